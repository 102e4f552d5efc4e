import { type Level, outcomeOfBreaking } from '../../model/requirement.ts';
import type { Seen } from './seen.ts';

/** The part of a fault that says what a run has to find. */
export interface Seeded {
  readonly id: string;
  readonly endpoint: string;
  readonly breaks: readonly string[];
  readonly text: string;
}

/** What the suites made of a fault. */
export interface Verdict {
  readonly fault: string;
  /** Checks with a finding that kills, in the order of the report; none when the fault survives. */
  readonly killedBy: readonly string[];
  /** The finding that a reader meets first: does it name what the fault breaks, and the host? Null without a finding. */
  readonly first: { readonly right: boolean; readonly finding: Seen } | null;
  /** Findings that send somebody else than the host's people to work. */
  readonly misblamed: readonly Seen[];
}

/**
 * A finding kills when the correct host does not show it, when it blames the host, names a requirement that the fault
 * breaks, and weighs as much as that requirement. `known` are fingerprints of what the correct host shows.
 */
export function judgeFault(
  fault: Seeded,
  seen: readonly Seen[],
  known: ReadonlySet<string>,
  levels: ReadonlyMap<string, Level>,
): Verdict {
  const fresh = seen.filter(({ fingerprint, caused }) => !caused && !known.has(fingerprint));
  const named = (finding: Seen): boolean => finding.requirement !== null && fault.breaks.includes(finding.requirement);
  const blamesHost = ({ blame, outcome }: Seen): boolean => blame === 'host' || (outcome === 'pass' && blame === null);
  const kills = (finding: Seen): boolean => {
    const level = levels.get(finding.requirement ?? '');
    return level !== undefined && named(finding) && blamesHost(finding) && finding.outcome === outcomeOfBreaking(level);
  };
  const bad = fresh.filter(isBad);
  const first = bad[0] ?? fresh.find(kills);
  return {
    fault: fault.id,
    killedBy: [...new Set(fresh.filter(kills).map(({ check }) => check))],
    first: first === undefined ? null : { right: named(first) && blamesHost(first), finding: first },
    misblamed: bad.filter(({ blame }) => blame !== 'host'),
  };
}

/** Whether a finding is more than a note. */
export const isBad = ({ outcome }: Seen): boolean =>
  outcome !== 'pass' && outcome !== 'not-applicable' && outcome !== 'disabled';
