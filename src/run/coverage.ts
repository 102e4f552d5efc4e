import { count } from '../model/count.ts';
import type { Finding } from '../model/finding.ts';
import type { StepRecord, SuiteRecord } from '../model/run-record.ts';
import { emits } from './emitted.ts';
import { findingOf } from './finding.ts';
import { entriesOf, type LockEntry } from './lock.ts';
import type { Plan } from './planned.ts';

/** A check that should have spoken and did not. */
export interface LostCheck {
  readonly suite: string;
  readonly step: string;
  readonly check: string;
}

/**
 * Pairs of check and step that the lock or the plan promises and no step emitted. A suite that lost a check, a step or
 * an endpoint without anybody noticing would be green for nothing.
 */
export function lostChecks(
  plan: Plan,
  lock: readonly LockEntry[],
  suites: readonly SuiteRecord[],
): readonly LostCheck[] {
  const steps = new Map(suites.flatMap(suite => suite.steps.map(step => [`${suite.id}\t${step.id}`, step] as const)));
  const lost = new Map<string, LostCheck>();
  for (const { suite, step, checks } of [...lock, ...entriesOf(plan.profile.id, plan.suites)]) {
    const record = steps.get(`${suite}\t${step}`);
    for (const check of checks) {
      if (record === undefined || !emits(record, check))
        lost.set(`${suite}\t${step}\t${check}`, { suite, step, check });
    }
  }
  return [...lost.values()];
}

/** The suite that reports lost checks; nothing when none is lost. */
export function coverageSuite(lost: readonly LostCheck[], at: number): readonly SuiteRecord[] {
  if (lost.length === 0) return [];
  const finding = findingOf(
    {
      message: `${count(lost.length, 'check that was promised', 'checks that were promised')} said nothing: ${named(lost)}.`,
      as: 'suite-error',
      blame: 'suite',
    },
    'coverage',
    null,
    'must',
    { suite: 'coverage', step: 'emitted', endpoint: null, exchange: null },
    0,
  );
  return [
    engineSuite(
      'coverage',
      'What the lock promises',
      step('emitted', 'every promised check has spoken', [finding], at),
    ),
  ];
}

const named = (lost: readonly LostCheck[]): string =>
  `${lost
    .slice(0, 5)
    .map(({ suite, step: at, check }) => `${check} at ${suite}/${at}`)
    .join(', ')}${lost.length > 5 ? `, and ${lost.length - 5} more` : ''}`;

/** A step of the engine's own, which sends nothing. */
export const step = (id: string, title: string, findings: readonly Finding[], at: number): StepRecord => ({
  id,
  title,
  verb: 'call',
  endpoint: null,
  actor: null,
  startedAt: at,
  endedAt: at,
  outcome: findings[0]?.outcome ?? 'pass',
  blame: findings[0]?.blame ?? null,
  proves: [],
  passed: {},
  findings,
  exchanges: [],
  mails: [],
  waits: [],
});

/** A suite of the engine's own around one step. */
export const engineSuite = (id: string, title: string, only: StepRecord): SuiteRecord => ({
  id,
  title,
  startedAt: only.startedAt,
  endedAt: only.endedAt,
  outcome: only.outcome,
  blame: only.blame,
  steps: [only],
});
