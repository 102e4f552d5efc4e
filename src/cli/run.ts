import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { didYouMean } from '../model/guess.ts';
import { OperatorError } from '../model/operator-error.ts';
import type { RunRecord } from '../model/run-record.ts';
import { DEFAULT_FORMATS, REPORTERS, type TerminalMode, terminalReporter, writeReports } from '../report/index.ts';
import { prepareRun } from './compose/prepare.ts';
import type { RunSettings } from './compose/settings.ts';

interface RunFlags {
  readonly target?: string;
  readonly profile: string;
  readonly suite?: readonly string[];
  readonly mailbox?: string;
  readonly seed?: number;
  readonly out?: string;
  readonly format?: readonly string[];
  readonly ca?: string;
  readonly confirm?: string;
  readonly strict?: boolean;
  readonly quiet?: boolean;
  readonly json?: boolean;
}

export const runCommand = (): Command =>
  new Command('run')
    .description('run suites against a Neuron host and write the report')
    .option('--target <url>', 'the Neuron: host[:port] or URL (NEURON_HOST); without one the embedded reference Neuron')
    .option('--profile <name>', 'observe, smoke, standard or full', 'standard')
    .option('--suite <names...>', 'run these suites instead of the profile’s: ids, or paths of YAML files')
    .option('--mailbox <url>', 'where mail is captured: smtp://host:port, mailhog+http://…, imaps://… (NEURON_MAILBOX)')
    .option('--seed <n>', 'repeat names, texts and order of an earlier run', wholeNumber)
    .option('--out <dir>', 'where the report is written (default: reports/<start-time>-<host>)')
    .option('--format <list>', `what is written: ${REPORTERS.map(({ format }) => format).join(', ')}`, formats)
    .option('--ca <file>', 'PEM file of a certificate authority to trust')
    .option('--confirm <domain>', 'the domain of a target that is no staging host, to allow writing to it')
    .option('--strict', 'warnings and flakes count as failures')
    .option('--quiet', 'print the verdict and the findings only')
    .option('--json', 'print one JSON object per event')
    .action(async (flags: RunFlags) => {
      process.exitCode = await runAndReport(flags);
    });

function wholeNumber(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError(`"${text}" is no whole number.`);
  return Number(text);
}

function formats(text: string): readonly string[] {
  const known = REPORTERS.map(({ format }) => format);
  const names = text.split(',').map(name => name.trim());
  for (const name of names) {
    if (!known.includes(name))
      throw new InvalidArgumentError(
        `There is no format "${name}".${didYouMean(name, known)} Known: ${known.join(', ')}.`,
      );
  }
  return names;
}

async function runAndReport(flags: RunFlags): Promise<number> {
  const interrupt = new AbortController();
  const onSignal = (): void => interrupt.abort(new Error('interrupted'));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const prepared = await prepareRun(settingsOf(flags), interrupt.signal);
  const terminal = terminalReporter({
    stream: process.stdout,
    mode: modeOf(flags),
    colour: wantsColour(),
    secrets: prepared.secrets,
  });
  try {
    let record: RunRecord | null = null;
    for await (const event of prepared.start(interrupt.signal)) {
      terminal.onEvent(event);
      if (event.type === 'run-ended') record = event.record;
    }
    if (record === null) throw new Error('the run ended without a record');
    const dir =
      flags.out ??
      join('reports', `${record.run.startedAt.replace(/[:.]/g, '-')}-${prepared.target.replace(/[^\w.-]/g, '_')}`);
    const written = await writeReports(record, {
      dir,
      formats: flags.format ?? DEFAULT_FORMATS,
      secrets: prepared.secrets,
    });
    terminal.printWritten(written);
    return written.leaks > 0 || written.broken.length > 0 ? 4 : record.run.exitCode;
  } finally {
    terminal.close();
    await prepared.close();
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
  }
}

function modeOf(flags: RunFlags): TerminalMode {
  if (flags.json === true) return 'json';
  if (flags.quiet === true) return 'quiet';
  return process.stdout.isTTY && process.env.CI === undefined ? 'live' : 'plain';
}

const wantsColour = (): boolean =>
  (process.env.NO_COLOR ?? '') === '' &&
  ((process.env.FORCE_COLOR ?? '') !== '' || (process.stdout.isTTY && process.env.TERM !== 'dumb'));

function settingsOf(flags: RunFlags): RunSettings {
  const { env } = process;
  const value = (name: string): string | null => ((env[name] ?? '') === '' ? null : (env[name] ?? null));
  return {
    target: flags.target ?? value('NEURON_HOST'),
    profile: flags.profile,
    suites: flags.suite ?? [],
    apiKey: value('NEURON_API_KEY'),
    apiSecret: value('NEURON_API_SECRET'),
    account: null,
    mailbox: flags.mailbox ?? value('NEURON_MAILBOX'),
    mailboxPassword: value('NEURON_MAILBOX_PASSWORD'),
    mailboxDomain: null,
    mailboxPlusAddress: null,
    mailboxProbe: null,
    ca: flags.ca === undefined ? null : readCa(flags.ca),
    seed: flags.seed ?? randomInt(1, 2 ** 31),
    maxBytes: null,
    timeout: null,
    strict: flags.strict ?? false,
    quota: null,
    confirm: flags.confirm ?? null,
    staging: [],
  };
}

function readCa(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new OperatorError(
      'CA_UNREADABLE',
      `The certificate authority file ${file} cannot be read.`,
      'Give --ca the path of a PEM file.',
      { cause: error },
    );
  }
}
