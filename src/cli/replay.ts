import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { OperatorError } from '../model/operator-error.ts';
import { Redactor } from '../model/redaction.ts';
import type { RunRecord, StepRecord } from '../model/run-record.ts';
import { judgeReplay, type Replayed, readRecord, replayExit, replayLines, writeReports } from '../report/index.ts';
import { loadLibrary } from './compose/library.ts';
import { prepareRun } from './compose/prepare.ts';
import { settingsOf } from './compose/settings-of.ts';
import { addConfigOptions, type Config, withConfig } from './config/index.ts';
import { examples } from './examples.ts';
import { interruptible } from './interrupt.ts';
import { type Chain, chainsOf, selectionFor } from './replay/chains.ts';
import { replayScript } from './replay/script.ts';
import { wantsColour } from './terminal.ts';

interface Flags {
  readonly finding?: string;
  readonly script?: string;
  readonly json?: boolean;
}

/** The command `replay`: the chains of findings are sent again, with fresh nonces and signatures. */
export const replayCommand = (): Command =>
  addConfigOptions(
    new Command('replay').description(
      'send the chain of a finding again: FIXED, STILL FAILING, CHANGED or COULD NOT TEST',
    ),
    ['target', 'mailbox', 'ca', 'confirm', 'out'],
  )
    .argument('<report>', 'folder of a run, report.json or report.html')
    .option('--finding <id>', 'one finding; all that somebody has to act on when not given')
    .option('--script <file>', 'write a script that needs only Node instead; with --finding')
    .option('--json', 'print JSON')
    .addHelpText(
      'before',
      examples([
        ['neuron-conformance replay report.json', 'every finding, on the target of the report'],
        ["neuron-conformance replay report.json --finding 'journey/refused/refused'", 'one finding'],
        [
          'neuron-conformance replay report.json --target fixed.example.com --out again',
          'on another host, with evidence',
        ],
      ]),
    )
    .action((path: string, flags: Flags) =>
      withConfig({ ...flags }, async config => {
        process.exitCode = await act(await readRecord(path), flags, config);
      }),
    );

async function act(record: RunRecord, flags: Flags, config: Config): Promise<number> {
  const { finding, script } = flags;
  if (script === undefined) return replay(record, flags, config);
  const [chain] = chainsOf(record, finding);
  if (finding === undefined || chain === undefined) {
    throw new OperatorError('SCRIPT_OF_WHAT', 'A script is for one finding.', 'Give --finding with --script.');
  }
  await writeFile(script, replayScript(record, chain, loadLibrary()), { mode: 0o755 });
  process.stdout.write(`${script}\n`);
  return 0;
}

async function replay(record: RunRecord, { finding, json }: Flags, config: Config): Promise<number> {
  const chains = chainsOf(record, finding);
  const { ended, secrets } = await interruptible(stop => sendAgain(record, chains, config, stop));
  const redactor = new Redactor(secrets);
  const replayed = chains.map((chain): Replayed => {
    const { finding: before } = chain;
    const { state, now } = judgeReplay(before, ended.get(keyOf(chain.suite, chain.step)) ?? null);
    return {
      finding: before.id,
      place: `${chain.suite}/${chain.step}`,
      check: before.check,
      requirement: before.requirement,
      state,
      before: before.message,
      now: redactor.text(now),
    };
  });
  const text =
    json === true
      ? JSON.stringify(replayed, null, 2)
      : replayLines(replayed, wantsColour(process.stdout, process.env)).join('\n');
  process.stdout.write(`${text}\n`);
  return replayExit(replayed);
}

const keyOf = (suite: string, step: string): string => `${suite} ${step}`;

/** Runs what the chains need and stops as soon as the last of their steps has ended. */
async function sendAgain(record: RunRecord, chains: readonly Chain[], config: Config, stop: AbortController) {
  const prepared = await prepareRun(
    {
      ...settingsOf(config),
      ...selectionFor(chains, loadLibrary().suiteIds),
      target: config.target ?? record.run.target,
      profile: record.run.profile,
      seed: record.run.seed,
    },
    stop.signal,
  );
  const { secrets } = prepared;
  const wanted = new Set(chains.map(({ suite, step }) => keyOf(suite, step)));
  const ended = new Map<string, StepRecord>();
  try {
    for await (const event of prepared.start(stop.signal)) {
      if (event.type === 'step-ended' && wanted.has(keyOf(event.suite, event.record.id))) {
        ended.set(keyOf(event.suite, event.record.id), event.record);
        if (ended.size === wanted.size) stop.abort(new Error('the last step of the replay has ended'));
      }
      if (event.type === 'run-ended' && config.out !== null) {
        await writeReports(event.record, { dir: config.out, formats: config.formats, secrets });
      }
    }
    return { ended, secrets };
  } finally {
    await prepared.close();
  }
}
