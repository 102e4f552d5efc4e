import { CHECKS, type Check } from '../../checks/index.ts';
import { loadValidators, type Validators } from '../../contract/validators.ts';
import { planRun } from '../../run/plan.ts';
import { flat, type Plan, type PlannedStep, type WireEncoding } from '../../run/planned.ts';
import { NEEDS, type Need, type Profile, type Suite } from '../../suite/index.ts';
import { type Library, loadLibrary, profileNamed } from '../compose/library.ts';

/** What every trial of a thread works with, loaded once. */
export interface Bench {
  readonly library: Library;
  readonly validators: Validators;
  readonly checks: readonly Check[];
  /** The suites of the profile `full`, which holds all that a run may hold. */
  readonly suites: readonly Suite[];
  /** Suites that make accounts for others. */
  readonly providers: readonly Suite[];
}

export const EVERYTHING = 'full';
const HAS: ReadonlySet<Need> = new Set<Need>(NEEDS);

export function makeBench(library: Library = loadLibrary()): Bench {
  return {
    library,
    validators: loadValidators(),
    checks: CHECKS,
    suites: profileNamed(library, EVERYTHING).suites.map(id => library.suite(id)),
    providers: library.suiteIds.map(id => library.suite(id)).filter(({ provides }) => provides !== null),
  };
}

/** Which steps a trial is about. */
export interface Scope {
  /** The endpoint whose steps are run where a suite takes a selection of endpoints; null for all. */
  readonly endpoint: string | null;
  readonly encoding: WireEncoding;
}

export const WHOLE: Scope = { endpoint: null, encoding: 'json' };

/** The plan of some suites on a host with everything that a suite may need. */
export function planTrial(bench: Bench, suites: readonly Suite[], { endpoint, encoding }: Scope): Plan {
  const plan = planRun({
    contract: bench.library.contract,
    checks: bench.checks,
    profile: unlimited(profileNamed(bench.library, EVERYTHING)),
    suites,
    providers: bench.providers,
    has: HAS,
    encodings: [encoding],
    given: [],
  });
  const isAsked = ({ step, spec }: PlannedStep): boolean =>
    endpoint === null || !('over' in step) || step.over === null || spec?.endpoint === endpoint;
  const trimmed = (steps: readonly PlannedStep[]): readonly PlannedStep[] => steps.filter(isAsked).map(impatient);
  return { ...plan, suites: plan.suites.map(suite => ({ ...suite, steps: trimmed(suite.steps) })) };
}

/** Milliseconds for a mail between two servers of one process, which takes a fraction of a second. */
const PATIENCE = 20_000;

function impatient(planned: PlannedStep): PlannedStep {
  const { step, children } = planned;
  if (step.verb === 'receive') return { ...planned, step: { ...step, within: Math.min(step.within, PATIENCE) } };
  return children.length === 0 ? planned : { ...planned, children: children.map(impatient) };
}

/** A host of our own that ends with the trial may be given any number of accounts. */
const unlimited = (profile: Profile): Profile => ({ ...profile, accounts: Number.MAX_SAFE_INTEGER });

/** For each endpoint, the suites that call it; those that make accounts for others do not count. */
export function suitesByEndpoint(bench: Bench): ReadonlyMap<string, readonly Suite[]> {
  const callers = new Map<string, Suite[]>();
  for (const suite of bench.suites) {
    const endpoints = new Set(
      ownSteps(bench, suite, WHOLE).flatMap(({ spec }) => (spec === null ? [] : [spec.endpoint])),
    );
    for (const endpoint of endpoints) callers.set(endpoint, [...(callers.get(endpoint) ?? []), suite]);
  }
  return callers;
}

/** Of some suites the one that gets a success from an endpoint in the fewest steps; null when none does. */
export function quickestOf(bench: Bench, suites: readonly Suite[], endpoint: string): Suite | null {
  const ranked = suites.flatMap(suite => {
    const steps = ownSteps(bench, suite, { ...WHOLE, endpoint });
    const succeeds = steps.some(
      ({ step, spec }) => step.verb === 'call' && step.with.method === undefined && spec?.endpoint === endpoint,
    );
    return succeeds ? [{ suite, length: steps.length }] : [];
  });
  return ranked.sort((a, b) => a.length - b.length)[0]?.suite ?? null;
}

const ownSteps = (bench: Bench, suite: Suite, scope: Scope): readonly PlannedStep[] =>
  planTrial(bench, [suite], scope)
    .suites.filter(({ provides }) => provides === null)
    .flatMap(({ steps }) => flat(steps));
