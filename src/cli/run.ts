import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { RunEvent } from '../model/event.ts';
import { Redactor } from '../model/redaction.ts';
import type { RunRecord } from '../model/run-record.ts';
import {
  applyBaseline,
  readRecord,
  type TerminalMode,
  terminalReporter,
  type WriteResult,
  writeReports,
} from '../report/index.ts';
import { batched } from './batched.ts';
import { type PreparedRun, prepareRun } from './compose/prepare.ts';
import { settingsOf } from './compose/settings-of.ts';
import { addConfigOptions, type Config, withConfig } from './config/index.ts';
import { examples } from './examples.ts';
import { interruptible } from './interrupt.ts';
import { scriptsFor } from './replay/scripts.ts';
import { wantsColour } from './terminal.ts';

const OPTIONS = [
  'target',
  'profile',
  'suites',
  'mailbox',
  'seed',
  'out',
  'formats',
  'baseline',
  'encoding',
  'ca',
  'confirm',
  'waivers',
  'strict',
  'quiet',
] as const;

export const runCommand = (): Command =>
  addConfigOptions(new Command('run').description('run suites against a Neuron host and write the report'), OPTIONS)
    .option('--json', 'print one JSON object per event')
    .addHelpText(
      'before',
      examples([
        ['neuron-conformance run', 'the standard profile on the embedded reference Neuron'],
        [
          'neuron-conformance run --target staging.example.com --mailbox smtp://0.0.0.0:2525',
          'keys from the environment',
        ],
        ['neuron-conformance run --suite journey --seed 42', 'one suite, with the names of an earlier run'],
        ['neuron-conformance run --profile observe --target neuron.example.com', 'writes nothing'],
      ]),
    )
    .action((flags: Readonly<Record<string, unknown>>) =>
      withConfig(flags, async config => {
        process.exitCode = await interruptible(({ signal }) => runAndReport(config, flags.json === true, signal));
      }),
    );

async function runAndReport(config: Config, json: boolean, signal: AbortSignal): Promise<number> {
  const baseline = config.baseline === null ? null : await readRecord(config.baseline);
  const prepared = await prepareRun(settingsOf(config), signal);
  const redactor = new Redactor(prepared.secrets);
  const output = process.stdout.isTTY ? null : batched(process.stdout);
  if (prepared.relay !== null && !json && !config.quiet)
    process.stdout.write(`The mailbox takes mail at ${prepared.relay}: the host's relay has to deliver there.\n`);
  if (prepared.sms !== null && !json && !config.quiet)
    process.stdout.write(`The SMS sink takes messages at ${prepared.sms}: the host's SMS gateway has to post there.\n`);
  const terminal = terminalReporter({
    stream: output ?? process.stdout,
    mode: modeOf(config, json),
    colour: wantsColour(process.stdout, process.env),
    redactor,
  });
  try {
    const record = await follow(prepared, baseline, signal, event => terminal.onEvent(event));
    const dir = config.out ?? join('reports', folderOf(record, prepared.target));
    const { secrets } = prepared;
    const formats = formatsOf(config);
    const { record: linked, reporters } = scriptsFor(record, redactor);
    const written = await writeReports(linked, { dir, formats, secrets, redactor, more: reporters });
    terminal.printWritten(written);
    summarise(written);
    return written.leaks > 0 || written.broken.length > 0 ? 4 : record.run.exitCode;
  } finally {
    terminal.close();
    output?.flush();
    await prepared.close();
  }
}

/** Follows a run to its end. With a baseline, what newly fails is the verdict, and that is what is told. */
async function follow(
  prepared: PreparedRun,
  baseline: RunRecord | null,
  signal: AbortSignal,
  tell: (event: RunEvent) => void,
): Promise<RunRecord> {
  for await (const event of prepared.start(signal)) {
    if (event.type !== 'run-ended') {
      tell(event);
      continue;
    }
    const record = baseline === null ? event.record : applyBaseline(event.record, baseline);
    tell({ ...event, record });
    return record;
  }
  throw new Error('the run ended without a record');
}

/** `2026-11-21T20-09-24-422Z-staging.example.com` */
const folderOf = ({ run }: RunRecord, target: string): string =>
  `${run.startedAt.replace(/[:.]/g, '-')}-${target.replace(/[^\w.-]/g, '_')}`;

const formatsOf = ({ formats }: Config): readonly string[] =>
  (process.env.GITHUB_STEP_SUMMARY ?? '') === '' ? formats : [...new Set([...formats, 'markdown'])];

/** Adds the Markdown summary to the one that GitHub shows for a job. */
function summarise({ artefacts }: WriteResult): void {
  const file = process.env.GITHUB_STEP_SUMMARY ?? '';
  const summary = artefacts.find(({ format, leaks }) => format === 'markdown' && leaks.length === 0);
  if (file !== '' && summary !== undefined) appendFileSync(file, readFileSync(summary.file));
}

function modeOf({ quiet }: Config, json: boolean): TerminalMode {
  if (json) return 'json';
  if (quiet) return 'quiet';
  return process.stdout.isTTY && (process.env.CI ?? '') === '' ? 'live' : 'plain';
}
