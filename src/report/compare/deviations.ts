import { OUTCOMES, type Outcome } from '../../model/outcome.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { cases } from '../cases.ts';
import { places } from '../findings.ts';
import { groupBy } from '../group.ts';
import type { Deviation, LostCoverage, LostRequirement } from './types.ts';

const DEVIATING: ReadonlySet<Outcome> = new Set(['suite-error', 'fail', 'warn', 'waived']);
const UNJUDGED: ReadonlySet<Outcome> = new Set(['could-not-test', 'not-applicable', 'disabled']);

/** What deviates in a run, by fingerprint. */
function deviations(record: RunRecord): Map<string, Deviation> {
  const found = places(record).filter(({ finding }) => DEVIATING.has(finding.outcome));
  return new Map(
    found.map(({ suite, step, finding }) => [
      finding.fingerprint,
      {
        fingerprint: finding.fingerprint,
        check: finding.check,
        requirement: finding.requirement,
        outcome: finding.outcome,
        place: `${suite.id}/${step.id}`,
        endpoint: step.endpoint,
        message: finding.message,
        finding: finding.id,
      },
    ]),
  );
}

const key = (place: string, check: string): string => `${place} ${check}`;

/** The checks that came to a verdict, by place. */
function judged(record: RunRecord): Map<string, { place: string; endpoint: string | null; check: string }> {
  return new Map(
    cases(record)
      .filter(({ outcome }) => !UNJUDGED.has(outcome))
      .map(({ suite, step, check }) => {
        const place = `${suite.id}/${step.id}`;
        return [key(place, check), { place, endpoint: step.endpoint, check }];
      }),
  );
}

/** Deviations of two runs. One that is gone counts as fixed only where the later run made the same check. */
export function compareDeviations(
  left: RunRecord,
  right: RunRecord,
): { newlyFailing: Deviation[]; fixed: Deviation[]; stillFailing: Deviation[] } {
  const [before, after, made] = [deviations(left), deviations(right), judged(right)];
  const messages = new Map([...before.values()].map(one => [key(one.place, one.check), one.message]));
  const isNew = (one: Deviation): boolean =>
    !before.has(one.fingerprint) || (one.outcome !== 'waived' && before.get(one.fingerprint)?.outcome === 'waived');
  const changed = (one: Deviation): Deviation => {
    const said = messages.get(key(one.place, one.check));
    return said === undefined || said === one.message ? one : { ...one, before: said };
  };
  const gone = (one: Deviation): boolean => !after.has(one.fingerprint) && made.has(key(one.place, one.check));
  return {
    newlyFailing: worstFirst([...after.values()].filter(isNew).map(changed)),
    fixed: worstFirst([...before.values()].filter(gone)),
    stillFailing: worstFirst([...after.values()].filter(one => !isNew(one))),
  };
}

const worstFirst = (all: readonly Deviation[]): Deviation[] =>
  [...all].sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome));

/** What the earlier run judged and the later one did not, by place. */
export function lostCoverage(left: RunRecord, right: RunRecord): LostCoverage[] {
  const now = judged(right);
  const reasons = new Map(
    places(right)
      .filter(({ finding }) => UNJUDGED.has(finding.outcome))
      .map(({ suite, step, finding }) => [`${suite.id}/${step.id}`, finding.message]),
  );
  const steps = new Set(right.suites.flatMap(suite => suite.steps.map(step => `${suite.id}/${step.id}`)));
  const lost = [...judged(left)].filter(([id]) => !now.has(id)).map(([, one]) => one);
  return [...groupBy(lost, one => one.place)].map(([place, own]) => ({
    place,
    endpoint: own[0]?.endpoint ?? null,
    checks: own.map(({ check }) => check),
    why: reasons.get(place) ?? (steps.has(place) ? 'the step no longer makes the check' : 'the step was not run'),
  }));
}

export function lostRequirements(left: RunRecord, right: RunRecord): LostRequirement[] {
  const now = new Map(right.requirements.map(one => [one.id, one]));
  return left.requirements
    .filter(one => one.tested && now.get(one.id)?.tested !== true)
    .map(({ id, level }) => ({
      id,
      level,
      why: now.get(id)?.untestedBecause ?? 'the later contract does not have it',
    }));
}
