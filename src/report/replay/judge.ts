import type { Finding } from '../../model/finding.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { StepRecord } from '../../model/run-record.ts';

export const REPLAY_STATES = ['STILL FAILING', 'CHANGED', 'COULD NOT TEST', 'FIXED'] as const;

export type ReplayState = (typeof REPLAY_STATES)[number];

/** What became of one finding when its chain was sent again. */
export interface Replayed {
  readonly finding: string;
  /** `suite/step`. */
  readonly place: string;
  readonly check: string;
  readonly requirement: string | null;
  readonly state: ReplayState;
  readonly before: string;
  /** What was said now, or why nothing could be said. */
  readonly now: string;
}

const DEVIATING: ReadonlySet<Outcome> = new Set(['suite-error', 'fail', 'warn', 'waived', 'flaky']);

/** Judges a finding by the same step of a later run; null where the step did not end. Pure. */
export function judgeReplay(before: Finding, now: StepRecord | null): { state: ReplayState; now: string } {
  if (now === null) return { state: 'COULD NOT TEST', now: 'The run ended before the step.' };
  const own = now.findings.filter(({ check }) => check === before.check);
  const same = own.find(one => one.fingerprint === before.fingerprint && DEVIATING.has(one.outcome));
  if (same !== undefined) return { state: 'STILL FAILING', now: same.message };
  const other = own.find(({ outcome }) => DEVIATING.has(outcome));
  if (other !== undefined) return { state: 'CHANGED', now: other.message };
  if ((now.passed[before.check] ?? 0) > 0) return { state: 'FIXED', now: `${before.check} passes.` };
  const why = now.findings.find(({ outcome }) => outcome === 'could-not-test' || outcome === 'not-applicable');
  return { state: 'COULD NOT TEST', now: why?.message ?? `The step no longer makes the check ${before.check}.` };
}

/** 1 where anything still fails or fails otherwise, 3 where something could not be tested, else 0. */
export const replayExit = (replayed: readonly Replayed[]): 0 | 1 | 3 => {
  const is = (...states: readonly ReplayState[]): boolean => replayed.some(({ state }) => states.includes(state));
  return is('STILL FAILING', 'CHANGED') ? 1 : is('COULD NOT TEST') || replayed.length === 0 ? 3 : 0;
};
