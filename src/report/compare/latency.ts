import type { RunRecord } from '../../model/run-record.ts';
import { exchanges } from '../exchanges.ts';
import { groupBy } from '../group.ts';
import type { Latency } from './types.ts';

/** With fewer samples on a side, nothing is said about it. */
const ENOUGH = 5;
/** A median that moves by less than this, in either measure, is noise. */
const NOISE_RATIO = 1.5;
const NOISE_MS = 20;

/** The value below which the share of the sorted samples lies (nearest rank). */
export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

export const spread = (times: readonly number[]): { count: number; p50: number; p95: number } => {
  const sorted = [...times].sort((a, b) => a - b);
  return { count: sorted.length, p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
};

const times = (record: RunRecord): Map<string, number[]> =>
  new Map(
    [
      ...groupBy(
        exchanges(record).filter(({ answer }) => answer !== null),
        ({ endpoint }) => endpoint ?? '',
      ),
    ]
      .filter(([endpoint]) => endpoint !== '')
      .map(([endpoint, own]) => [endpoint, own.map(({ timings }) => timings.whole)]),
  );

function judge(before: Latency['before'], after: Latency['after']): Latency['change'] {
  if (Math.min(before.count, after.count) < ENOUGH) return 'too few samples';
  const [low, high] = before.p50 < after.p50 ? [before.p50, after.p50] : [after.p50, before.p50];
  if (high - low < NOISE_MS || high < low * NOISE_RATIO) return 'same';
  return after.p50 > before.p50 ? 'slower' : 'faster';
}

/** The times of every endpoint that both runs called. */
export function compareLatency(left: RunRecord, right: RunRecord): Latency[] {
  const now = times(right);
  return [...times(left)]
    .flatMap(([endpoint, own]) => {
      const later = now.get(endpoint);
      if (later === undefined) return [];
      const [before, after] = [spread(own), spread(later)];
      return [{ endpoint, before, after, change: judge(before, after) }];
    })
    .sort((a, b) => a.endpoint.localeCompare(b.endpoint, 'en'));
}
