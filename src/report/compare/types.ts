import type { Outcome } from '../../model/outcome.ts';
import type { Side } from './side.ts';

/** A deviation in one or both runs. */
export interface Deviation {
  readonly fingerprint: string;
  readonly check: string;
  readonly requirement: string | null;
  readonly outcome: Outcome;
  /** `suite/step`. */
  readonly place: string;
  readonly endpoint: string | null;
  readonly message: string;
  /** Id of the finding in the run that has it; the later one where both do. */
  readonly finding: string;
  /** What the earlier run said of the same check in the same place, where it said something else. */
  readonly before?: string;
}

/** What the earlier run judged and the later one did not. */
export interface LostCoverage {
  readonly place: string;
  readonly endpoint: string | null;
  readonly checks: readonly string[];
  readonly why: string;
}

export interface LostRequirement {
  readonly id: string;
  readonly level: 'must' | 'should' | 'may';
  readonly why: string;
}

export interface DialectChange {
  readonly endpoint: string;
  readonly question: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** How successful answers of an endpoint changed, or the status of one step. */
export interface ShapeChange {
  readonly endpoint: string;
  readonly kind: 'added' | 'removed' | 'retyped' | 'status';
  /** JSON pointer with `*` for list items; for a status, the step. */
  readonly pointer: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Times of answered requests of one endpoint, in milliseconds. */
export interface Latency {
  readonly endpoint: string;
  readonly before: { readonly count: number; readonly p50: number; readonly p95: number };
  readonly after: { readonly count: number; readonly p50: number; readonly p95: number };
  /** Beyond what the spread of so many samples explains. */
  readonly change: 'slower' | 'faster' | 'same' | 'too few samples';
}

/** Two runs side by side: the earlier (or production) left, the later (or candidate) right. */
export interface Comparison {
  readonly left: Side;
  readonly right: Side;
  /** 0 nothing new, 1 newly failing, 3 something required is no longer tested, 4 the later run itself failed. */
  readonly exitCode: 0 | 1 | 3 | 4;
  readonly sentence: string;
  /** What makes the runs hard to compare: another profile, another version of the suite. */
  readonly caveats: readonly string[];
  readonly newlyFailing: readonly Deviation[];
  readonly fixed: readonly Deviation[];
  readonly stillFailing: readonly Deviation[];
  readonly noLongerTested: readonly LostCoverage[];
  readonly requirementsNoLongerTested: readonly LostRequirement[];
  readonly dialect: readonly DialectChange[];
  readonly shapes: readonly ShapeChange[];
  readonly latency: readonly Latency[];
}
