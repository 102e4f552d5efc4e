import { Command } from 'commander';
import { addConfigOptions, type Config, withConfig } from './config/index.ts';
import { examine } from './doctor/doctor.ts';
import type { Examination } from './doctor/examination.ts';
import { examples } from './examples.ts';
import { interruptible } from './interrupt.ts';

const EXAMPLES = examples([
  ['neuron-conformance doctor', 'what is configured'],
  ['NEURON_API_KEY=… NEURON_API_SECRET=… neuron-conformance doctor --target staging.example.com', 'a host'],
  ['neuron-conformance doctor --json | jq .next', 'the next thing to do'],
]);

const MARKS: Readonly<Record<Examination['outcome'], string>> = { fine: '✓', warning: '!', problem: '✗', skipped: '-' };

/** The command `doctor`: looks at everything that a run depends on, and ends with "Ready" or the one next thing to do. */
export const doctorCommand = (): Command =>
  addConfigOptions(
    new Command('doctor')
      .description('look at everything that a run depends on, before it')
      .option('--json', 'print one JSON object')
      .addHelpText('before', EXAMPLES),
    ['target', 'ca', 'mailbox', 'out', 'confirm'],
  ).action((flags: Readonly<Record<string, unknown>>) =>
    withConfig(flags, config => examineAndTell(config, flags.json === true)),
  );

async function examineAndTell(config: Config, json: boolean): Promise<void> {
  const examinations: Examination[] = [];
  await interruptible(async ({ signal }) => {
    for await (const examination of examine(config, signal)) {
      examinations.push(examination);
      if (!json) process.stdout.write(line(examination));
    }
  });
  const next = examinations.find(({ outcome }) => outcome === 'problem')?.next ?? null;
  process.stdout.write(
    json
      ? `${JSON.stringify({ ready: next === null, next, examinations }, null, 2)}\n`
      : `\n${next === null ? 'Ready.' : `Next: ${next}`}\n`,
  );
  process.exitCode = next === null ? 0 : 2;
}

const line = ({ name, outcome, said }: Examination): string => `${MARKS[outcome]} ${name.padEnd(10)} ${said}\n`;
