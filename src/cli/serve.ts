import { createServer } from 'node:net';
import { Command, InvalidArgumentError } from 'commander';
import { didYouMean } from '../model/guess.ts';
import { OperatorError } from '../model/operator-error.ts';
import { DIALECTS, listFaults, startReferenceNeuron } from '../reference-neuron/index.ts';
import { examples } from './examples.ts';
import { askedToStop } from './interrupt.ts';
import { type Place, place, port, shownPlace } from './place.ts';

interface ServeFlags {
  readonly port: number;
  readonly host: string;
  readonly smtp?: Place;
  readonly sms?: string;
  readonly fault?: readonly string[];
  readonly dialect?: Readonly<Record<string, string>>;
  readonly json?: boolean;
  readonly listFaults?: boolean;
}

export const serveCommand = (): Command =>
  new Command('serve')
    .description('run the reference Neuron until it is stopped')
    .option('--port <n>', 'port to listen on; 0 for a free one', port, 0)
    .option('--host <address>', 'address to listen on; in a container 0.0.0.0', '127.0.0.1')
    .option(
      '--smtp <host:port>',
      'where mail is delivered; without it a free loopback port is chosen, and delivery is tried for a minute',
      place,
    )
    .option('--sms <url>', 'where text messages are posted as JSON {to, message}; without it none are sent', webhook)
    .option('--fault <ids...>', 'misbehave on purpose (see --list-faults)')
    .option('--dialect <k=v,…>', `follow other readings: ${DIALECTS.map(({ id }) => id).join(', ')}`, dialects)
    .option('--json', 'print the address and the keys as one line of JSON first')
    .option('--list-faults', 'print the faults and end')
    .addHelpText(
      'before',
      examples([
        ['neuron-conformance serve', 'a Neuron on a free port, and how to run the suites against it'],
        ['neuron-conformance serve --json --smtp localhost:2525', 'for a program; mail goes to port 2525'],
        ['neuron-conformance serve --fault logout-without-effect', 'a Neuron with a seeded defect'],
        ['neuron-conformance serve --dialect timestamps=iso-text', 'a Neuron that follows another reading'],
      ]),
    )
    .action(serve);

function webhook(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) throw new InvalidArgumentError(`"${text}" is no http URL.`);
  return text;
}

function dialects(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text.split(',').map(pair => {
      const [id = '', value = ''] = pair.split('=');
      const known = DIALECTS.find(dialect => dialect.id === id);
      if (known === undefined)
        throw new InvalidArgumentError(
          `There is no dialect "${id}".${didYouMean(
            id,
            DIALECTS.map(dialect => dialect.id),
          )}`,
        );
      if (!known.values.includes(value))
        throw new InvalidArgumentError(
          `The dialect "${id}" has no value "${value}".${didYouMean(value, known.values)} Known: ${known.values.join(', ')}.`,
        );
      return [id, value];
    }),
  );
}

async function serve(flags: ServeFlags): Promise<void> {
  if (flags.listFaults === true) return printFaults(flags.json === true);
  const ids = listFaults().map(({ id }) => id);
  for (const id of flags.fault ?? []) {
    if (!ids.includes(id))
      throw new OperatorError(
        'UNKNOWN_FAULT',
        `There is no fault "${id}".${didYouMean(id, ids)}`,
        'See neuron-conformance serve --list-faults.',
      );
  }
  const relay = flags.smtp ?? { host: '127.0.0.1', port: await freePort() };
  const neuron = await startReferenceNeuron({
    port: flags.port,
    hostname: flags.host,
    smtp: relay,
    ...(flags.sms === undefined ? {} : { sms: flags.sms }),
    ...(flags.fault === undefined ? {} : { faults: flags.fault }),
    ...(flags.dialect === undefined ? {} : { dialect: flags.dialect }),
  });
  const mailbox = `smtp://${shownPlace(relay)}`;
  const { url, host, apiKey, apiSecret } = neuron;
  if (flags.json === true) process.stdout.write(`${JSON.stringify({ url, host, apiKey, apiSecret, mailbox })}\n`);
  else
    process.stdout.write(
      [
        `The reference Neuron listens at ${url} and mails to ${mailbox}. In another terminal:`,
        '',
        `  NEURON_HOST=${url} NEURON_API_KEY=${apiKey} NEURON_API_SECRET=${apiSecret} \\`,
        `    neuron-conformance run --mailbox ${mailbox}`,
        '',
        '',
      ].join('\n'),
    );
  await askedToStop();
  await neuron.stop();
}

function printFaults(json: boolean): void {
  const faults = listFaults();
  process.stdout.write(
    json
      ? `${JSON.stringify(faults)}\n`
      : faults
          .map(({ id, endpoint, breaks, text }) => `${id}\n  ${endpoint}, breaks ${breaks.join(', ')}\n  ${text}\n`)
          .join(''),
  );
}

/** A loopback port that nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}
