import { Command } from 'commander';
import { count } from '../model/count.ts';
import { effectsOf } from '../run/effects.ts';
import type { Plan } from '../run/planned.ts';
import { newRunId } from '../run/run.ts';
import { loadLibrary } from './compose/library.ts';
import { planFor } from './compose/plan-run.ts';
import { settingsOf } from './compose/settings-of.ts';
import { addConfigOptions, withConfig } from './config/index.ts';
import { examples } from './examples.ts';
import { textTable } from './text-table.ts';

export const planCommand = (): Command =>
  addConfigOptions(new Command('plan').description('say what a run would do to the host, and send nothing'), [
    'target',
    'profile',
    'suites',
    'mailbox',
  ])
    .option('--json', 'print the plan as JSON')
    .addHelpText(
      'before',
      examples([
        ['neuron-conformance plan', 'the standard profile'],
        ['neuron-conformance plan --profile full --json', 'for a script'],
      ]),
    )
    .action((flags: Readonly<Record<string, unknown>>) =>
      withConfig(flags, async config => {
        const settings = settingsOf(config);
        const { plan, bookkeeping } = await planFor(loadLibrary(), settings, newRunId());
        const ceiling = Math.min(plan.profile.accounts, settings.maxAccounts ?? Number.POSITIVE_INFINITY);
        await bookkeeping.close();
        process.stdout.write(
          flags.json === true
            ? `${JSON.stringify(asJson(plan))}\n`
            : asText(plan, settings.target ?? 'the embedded reference Neuron', ceiling),
        );
      }),
    );

const asJson = ({ profile, effects, suites }: Plan) => ({
  profile: profile.id,
  effects,
  suites: suites.map(suite => ({
    id: suite.id,
    title: suite.suite.title,
    notApplicable: suite.notApplicable,
    effects: effectsOf([suite], 0),
  })),
});

function asText({ profile, effects, suites }: Plan, target: string, ceiling: number): string {
  const rows = suites.map(suite => {
    const { steps, requests, accounts, mails, messages, failedCredentials } = effectsOf([suite], 0);
    return suite.notApplicable === null
      ? [suite.id, ...[steps, requests, accounts, mails, messages, failedCredentials].map(String)]
      : [suite.id, `not applicable: ${suite.notApplicable}`];
  });
  const { steps, requests, accounts, mails, messages, failedCredentials } = effects;
  return [
    `The profile "${profile.id}" (${profile.title}) on ${target} would take about ${effects.seconds} s and leave behind:`,
    `  ${accounts} of at most ${ceiling} accounts, ${count(mails, 'mail')}, ${count(messages, 'message')}; ${count(failedCredentials, 'failed credential')}, never more than 3 in a row.`,
    '',
    textTable(
      ['suite', 'steps', 'requests', 'accounts', 'mails', 'messages', 'failed credentials'],
      [...rows, ['in all', ...[steps, requests, accounts, mails, messages, failedCredentials].map(String)]],
    ).trimEnd(),
    '',
    `Endpoints (${effects.endpoints.length}): ${effects.endpoints.join(', ')}`,
    '',
  ].join('\n');
}
