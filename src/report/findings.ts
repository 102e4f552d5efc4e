import type { Finding } from '../model/finding.ts';
import { OUTCOMES, type Outcome } from '../model/outcome.ts';
import type { RunRecord, StepRecord, SuiteRecord } from '../model/run-record.ts';
import { groupBy } from './group.ts';

/** A finding and where it was made. */
export interface Place {
  readonly suite: SuiteRecord;
  readonly step: StepRecord;
  readonly finding: Finding;
}

/** One cause as an operator sees it: the first place, the same elsewhere, and what could not be tested because of it. */
export interface FindingGroup extends Place {
  readonly elsewhere: readonly Place[];
  readonly dependants: readonly Place[];
}

const QUIET: ReadonlySet<Outcome> = new Set(['pass', 'not-applicable', 'disabled']);

/** Every finding of a run, in the order of the run. */
export const places = (record: RunRecord): Place[] =>
  record.suites.flatMap(suite => suite.steps.flatMap(step => step.findings.map(finding => ({ suite, step, finding }))));

/** What an operator has to look at, worst first; the same deviation in several steps is one, and effects stand under their cause. */
export function findingGroups(record: RunRecord): FindingGroup[] {
  const loud = places(record).filter(({ finding }) => !QUIET.has(finding.outcome));
  const ids = new Map(loud.map(place => [place.finding.id, place]));
  const effects = groupBy(
    loud.filter(place => rootOf(place, ids) !== place),
    place => deviation(rootOf(place, ids).finding),
  );
  const causes = groupBy(
    loud.filter(place => rootOf(place, ids) === place),
    ({ finding }) => deviation(finding),
  );
  return [...causes.values()]
    .flatMap(([first, ...elsewhere]) =>
      first === undefined ? [] : [{ ...first, elsewhere, dependants: effects.get(deviation(first.finding)) ?? [] }],
    )
    .sort((a, b) => OUTCOMES.indexOf(a.finding.outcome) - OUTCOMES.indexOf(b.finding.outcome));
}

/** What is wrong, wherever it is: check, requirement, outcome, blame, member and kind of value. */
function deviation({ check, requirement, outcome, blame, pointer, actual }: Finding): string {
  const isStatus = typeof actual === 'number' && Number.isInteger(actual) && actual >= 100 && actual <= 599;
  const kind = isStatus ? actual : actual === null ? null : typeof actual;
  return JSON.stringify([check, requirement, outcome, blame, pointer?.replace(/\/\d+/g, '/*') ?? null, kind]);
}

/** Findings that leave the outcome at pass. */
export const notes = (record: RunRecord): Place[] => places(record).filter(({ finding }) => finding.outcome === 'pass');

function rootOf(place: Place, ids: ReadonlyMap<string, Place>): Place {
  let root = place;
  const seen = new Set([place.finding.id]);
  for (;;) {
    const cause = root.finding.causedBy;
    const next = cause === undefined || seen.has(cause) ? undefined : ids.get(cause);
    if (next === undefined) return root;
    seen.add(next.finding.id);
    root = next;
  }
}
