import type { Check } from '../checks/index.ts';
import type { Contract } from '../contract/catalogue.ts';
import { OperatorError } from '../model/operator-error.ts';
import type { Need, Profile, Suite } from '../suite/index.ts';
import { effectsOf } from './effects.ts';
import { expand } from './expand.ts';
import type { Plan, PlannedSuite, WireEncoding } from './planned.ts';

/** Requests before the first suite: one DomainInfo. */
export const PREFLIGHT_REQUESTS = 1;

export interface PlanOptions {
  readonly contract: Contract;
  readonly checks: readonly Check[];
  readonly profile: Profile;
  /** The suites of the profile, or those that were asked for. */
  readonly suites: readonly Suite[];
  /** Suites that provide shared accounts. */
  readonly providers: readonly Suite[];
  /** What is configured. */
  readonly has: ReadonlySet<Need>;
  /** The forms in which each suite is run; JSON alone when absent. */
  readonly encodings?: readonly WireEncoding[];
  /** Shared actors for which the operator gave an account. */
  readonly given: readonly string[];
}

const WORDS: Readonly<Record<Need, string>> = {
  'api-key': 'no API key is configured',
  mailbox: 'no mailbox is configured',
  sms: 'no SMS sink is configured ("sms" in neuron-conformance.yaml says where it listens)',
  captcha: 'no captcha proof is configured',
};

/** Says what will be run and what it will do to the host. Throws OperatorError when nothing would be tested. */
export function planRun(options: PlanOptions): Plan {
  const encodings = options.encodings ?? ['json'];
  const suites = options.suites.flatMap(suite => encodings.map(encoding => planSuite(suite, encoding, options)));
  const shared = [...new Set(suites.flatMap(suite => suite.shares))];
  const used = new Set(suites.filter(suite => suite.notApplicable === null).flatMap(suite => suite.shares));
  const provided = shared.flatMap(name =>
    providersOf(name, options).map(suite => provide(suite, name, used.has(name), options)),
  );
  const all = [...provided, ...suites];
  if (
    !all.some(
      suite =>
        suite.notApplicable === null && suite.steps.some(step => step.checks.length > 0 || step.children.length > 0),
    )
  )
    throw new OperatorError(
      'NOTHING_SELECTED',
      `No check would be run: ${reasons(all)}.`,
      'Choose another profile or suite, or configure what is missing.',
    );
  const effects = effectsOf(all, PREFLIGHT_REQUESTS);
  requireCeiling(options.profile, effects.accounts, encodings.length);
  return { profile: options.profile, suites: all, effects };
}

/**
 * No endpoint deletes an account: a profile has a ceiling, once for each form in which its suites are run, and a run
 * that would pass it does not begin.
 */
function requireCeiling(profile: Profile, accounts: number, encodings: number): void {
  const ceiling = profile.accounts * encodings;
  if (accounts <= ceiling) return;
  throw new OperatorError(
    'TOO_MANY_ACCOUNTS',
    `This run would create ${accounts} accounts; a run of the profile ${profile.id} may create ${ceiling}.`,
    'Select fewer suites, or a profile that may create more.',
  );
}

function planSuite(suite: Suite, encoding: WireEncoding, options: PlanOptions): PlannedSuite {
  const shares = Object.entries(suite.actors).flatMap(([name, kind]) => (kind === 'verified' ? [name] : []));
  const needs = [
    ...new Set([
      ...suite.needs,
      ...shares.flatMap(name => providersOf(name, options)).flatMap(provider => provider.needs),
    ]),
  ];
  const missing = needs.filter(need => !options.has.has(need)).map(need => WORDS[need]);
  return {
    id: encoding === 'json' ? suite.id : `${suite.id}/${encoding}`,
    encoding,
    suite,
    steps: expand(suite.steps, options.contract, options.checks),
    provides: null,
    shares,
    needs,
    notApplicable: missing.length === 0 ? null : missing.join(' and '),
  };
}

/** The suites that make a shared actor usable: by creating an account, or by logging in to the one that is given. */
const providersOf = (name: string, { given, providers }: PlanOptions): readonly Suite[] =>
  providers.filter(({ provides }) => provides === (given.includes(name) ? 'given' : 'verified'));

function provide(suite: Suite, name: string, isUsed: boolean, options: PlanOptions): PlannedSuite {
  const planned = planSuite(suite, 'json', options);
  return {
    ...planned,
    id: `${suite.id}/${name}`,
    provides: name,
    notApplicable: isUsed ? planned.notApplicable : (planned.notApplicable ?? 'no suite that needs the account is run'),
  };
}

const reasons = (suites: readonly PlannedSuite[]): string =>
  suites.length === 0
    ? 'no suite is selected'
    : suites.map(suite => `${suite.id} is not applicable (${suite.notApplicable ?? 'it has no steps'})`).join(', ');
