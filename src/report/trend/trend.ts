import { OUTCOMES, type Outcome } from '../../model/outcome.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { percentile } from '../compare/latency.ts';
import { exchanges } from '../exchanges.ts';
import { groupBy } from '../group.ts';

/** One run as a point in time. */
export interface TrendPoint {
  readonly runId: string;
  readonly startedAt: string;
  readonly exitCode: number;
  readonly sentence: string;
  readonly checks: Readonly<Record<Outcome, number>>;
  readonly requirementsTested: number;
  readonly requirementsFailing: number;
  readonly seconds: number;
  /** Median time of all answers, in milliseconds; null where none came. */
  readonly medianMs: number | null;
}

/** What became of one requirement over the runs, where it did not stay the same. */
export interface TrendRequirement {
  readonly id: string;
  readonly outcomes: readonly (Outcome | null)[];
}

/** The runs of one host, oldest first. */
export interface Trend {
  readonly target: string;
  readonly points: readonly TrendPoint[];
  readonly moved: readonly TrendRequirement[];
}

function pointOf(record: RunRecord): TrendPoint {
  const { run, verdict, counts, requirements } = record;
  const times = exchanges(record)
    .filter(({ answer }) => answer !== null)
    .map(({ timings }) => timings.whole)
    .sort((a, b) => a - b);
  return {
    runId: run.id,
    startedAt: run.startedAt,
    exitCode: run.exitCode,
    sentence: verdict.sentence,
    checks: counts.checks,
    requirementsTested: requirements.filter(({ tested }) => tested).length,
    requirementsFailing: requirements.filter(({ outcome }) => outcome === 'fail').length,
    seconds: (Date.parse(run.endedAt) - Date.parse(run.startedAt)) / 1000,
    medianMs: times.length === 0 ? null : percentile(times, 0.5),
  };
}

/** Runs by host over time, with the requirements whose outcome moved. Pure. */
export function trend(records: readonly RunRecord[]): Trend[] {
  return [...groupBy(records, ({ run }) => run.target)]
    .sort(([a], [b]) => a.localeCompare(b, 'en'))
    .map(([target, own]) => {
      const sorted = [...own].sort((a, b) => a.run.startedAt.localeCompare(b.run.startedAt));
      const outcomes = sorted.map(record => new Map(record.requirements.map(one => [one.id, one.outcome])));
      const ids = [...new Set(outcomes.flatMap(one => [...one.keys()]))];
      const moved = ids
        .map(id => ({ id, outcomes: outcomes.map(one => one.get(id) ?? null) }))
        .filter(one => new Set(one.outcomes).size > 1)
        .sort((a, b) => rank(a.outcomes) - rank(b.outcomes));
      return { target, points: sorted.map(pointOf), moved };
    });
}

/** Requirements that are worse now come first. */
const rank = (outcomes: readonly (Outcome | null)[]): number => {
  const last = outcomes.at(-1);
  return last === null || last === undefined ? OUTCOMES.length : OUTCOMES.indexOf(last);
};
