import { isBad } from '../kill.ts';
import type { Seen } from '../seen.ts';
import type { Trial } from '../task.ts';
import type { Mutant } from './mutant.ts';

/** What became of a change: `unmet` when no run ever saw an answer that it could change. */
export type Fate = 'killed' | 'excused' | 'survived' | 'unmet';

export interface MutantRow {
  readonly id: string;
  readonly endpoint: string;
  readonly fate: Fate;
  /** Why it was not found, where that is known. */
  readonly reason: string | null;
}

/**
 * A change is killed when the host is blamed for something that the unchanged host does not show, or when a promise that
 * it need not keep is noted as broken: `neutral` is what is found when the proxy changes nothing.
 */
export function mutantTable(
  mutants: readonly Mutant[],
  trials: ReadonlyMap<string, Trial>,
  neutral: readonly Seen[],
): readonly MutantRow[] {
  const known = new Set(neutral.map(({ fingerprint }) => fingerprint));
  return mutants.map(({ id, endpoint, excuse }) => {
    const trial = trials.get(id);
    const accuses = (seen: Seen): boolean =>
      isBad(seen) ? seen.blame === 'host' : seen.requirement !== null && seen.blame === null;
    const killed = trial?.seen.some(seen => accuses(seen) && !known.has(seen.fingerprint)) ?? false;
    if (killed) return { id, endpoint, fate: 'killed', reason: null };
    if (trial?.reached !== true) return { id, endpoint, fate: 'unmet', reason: 'no run met an answer to change' };
    return { id, endpoint, fate: excuse === null ? 'survived' : 'excused', reason: excuse };
  });
}

export const countFates = (rows: readonly MutantRow[]): Readonly<Record<Fate, number>> => {
  const count = (fate: Fate): number => rows.filter(row => row.fate === fate).length;
  return { killed: count('killed'), excused: count('excused'), survived: count('survived'), unmet: count('unmet') };
};
