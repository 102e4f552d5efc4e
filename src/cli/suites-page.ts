import { effectsOf } from '../run/effects.ts';
import type { Plan, PlannedSuite } from '../run/planned.ts';
import { NEEDS, type Profile } from '../suite/index.ts';
import type { Library } from './compose/library.ts';
import { makePlan } from './compose/plan-suites.ts';
import { defaultSettings } from './compose/settings.ts';

/** `docs/suites.md`: what each suite tests and what it leaves on a host, by the plan of each profile. */
export function suitesPage(library: Library): string {
  const plans = library.profiles.map(profile => ({
    profile,
    plan: makePlan(library, defaultSettings({ profile: profile.id }), new Set(NEEDS), new Map()),
  }));
  const lowest = new Map<string, { readonly profile: Profile; readonly suite: PlannedSuite }>();
  for (const { profile, plan } of plans) {
    for (const suite of plan.suites) if (!lowest.has(suite.id)) lowest.set(suite.id, { profile, suite });
  }
  return `${[
    '# The suites',
    `Written by \`npm run suites-page\` from the plans of the profiles; \`neuron-conformance plan --profile NAME\` prints the
same for one target. A profile runs its own suites and those of the one before it.`,
    '## What a run of each profile costs the host',
    table(
      [
        'Profile',
        '',
        'Suites',
        'Steps',
        'Requests',
        'Accounts',
        'of at most',
        'Mails',
        'Messages',
        'Failed credentials',
      ],
      plans.map(({ profile, plan }) => [`\`${profile.id}\``, profile.title, ...totals(plan, profile)]),
    ),
    `No call deletes an account, so what a run creates stays until an operator deletes it; the report lists it. Failed
credentials pass through one gate: never more than three in a row, with a good log-in between.`,
    '## Suite by suite',
    table(
      ['Suite', 'From profile', 'What it tests', 'Needs', ...COSTS],
      [...lowest.values()].map(({ profile, suite }) => [
        `[\`${suite.id}\`](../suites/${suite.suite.id}.yaml)`,
        profile.id,
        suite.suite.title,
        suite.needs.join(', ') || 'nothing',
        ...costs(suite),
      ]),
    ),
    `\`accounts/alice\` and \`accounts/bob\` create the two verified accounts that other suites share; those suites run one
after the other, all others at the same time. With an account that the operator names, \`given\` takes the place of
\`accounts/alice\`. A suite whose need is not configured is not applicable, and the report says so.`,
  ].join('\n\n')}\n`;
}

const COSTS = ['Steps', 'Requests', 'Accounts', 'Mails', 'Messages', 'Failed credentials'] as const;

function costs(suite: PlannedSuite): readonly string[] {
  const { steps, requests, accounts, mails, messages, failedCredentials } = effectsOf([suite], 0);
  return [steps, requests, accounts, mails, messages, failedCredentials].map(String);
}

function totals({ suites, effects }: Plan, profile: Profile): readonly string[] {
  const { steps, requests, accounts, mails, messages, failedCredentials } = effects;
  return [suites.length, steps, requests, accounts, profile.accounts, mails, messages, failedCredentials].map(String);
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n');
