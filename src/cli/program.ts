import { CommanderError } from 'commander';
import { didYouMean } from '../model/guess.ts';
import { OperatorError } from '../model/operator-error.ts';
import type { CommandEntry } from './commands.ts';

const EXAMPLES = [
  ['neuron-conformance run', 'the standard profile on the embedded reference Neuron'],
  [
    'NEURON_HOST=staging.example.com NEURON_API_KEY=… NEURON_API_SECRET=… neuron-conformance run --mailbox smtp://0.0.0.0:2525',
    '',
  ],
  ['neuron-conformance run --profile smoke --seed 42 --out reports/nightly', ''],
  ['neuron-conformance serve --json', 'a Neuron to try things on'],
] as const;

/** Runs one command. The exit code is the command's, 2 for an operator's mistake, 4 for a bug of ours. */
export async function main(args: readonly string[], commands: readonly CommandEntry[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  surviveLostReaders();
  try {
    if (['help', '--help', '-h'].includes(name)) {
      process.stdout.write(help(commands));
      return 0;
    }
    const entry = commands.find(command => command.name === name);
    if (entry === undefined) {
      const known = commands.map(command => command.name);
      throw new OperatorError(
        'UNKNOWN_COMMAND',
        `There is no command "${name}".${didYouMean(name, known)}`,
        `Known: ${known.join(', ')}; see neuron-conformance --help.`,
      );
    }
    const command = await entry.load();
    quiet(command);
    await command.name(`neuron-conformance ${name}`).parseAsync(rest, { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return explain(error, name);
  }
}

/** Who reads our output may leave early (`| head`): what we do goes on, and the report is still written. */
function surviveLostReaders(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}

/** Commander's own words go through `explain`, so that every mistake reads alike. */
function quiet(command: import('commander').Command): void {
  command.exitOverride().configureOutput({ writeErr: () => {} });
  for (const child of command.commands) quiet(child);
}

function explain(error: unknown, command: string): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const said = error.message.replace(/^error: /, '').replace(/\n?\(Did you mean (.*)\?\)/, '. Did you mean "$1"?');
    process.stderr.write(
      `${said.charAt(0).toUpperCase()}${said.slice(1)}${/[.?!]$/.test(said) ? '' : '.'}\n→ See neuron-conformance ${command} --help.\n`,
    );
    return 2;
  }
  if (error instanceof OperatorError) {
    process.stderr.write(`${error.message}\n→ ${error.next}\n`);
    return 2;
  }
  process.stderr.write(
    `The suite itself failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n→ Please report this as a bug.\n`,
  );
  return 4;
}

function help(commands: readonly CommandEntry[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Conformance suite for Neuron hosts and their Agent API.',
    '',
    'Examples:',
    ...EXAMPLES.map(([line, words]) => `  ${line}${words === '' ? '' : `    # ${words}`}`),
    '',
    'Commands (each has --help):',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'Exit codes: 0 releasable, 1 the host breaks a requirement, 2 configuration, 3 incomplete, 4 the suite itself failed.',
    '',
  ].join('\n');
}
