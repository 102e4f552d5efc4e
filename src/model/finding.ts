import type { Blame } from './blame.ts';
import type { Json } from './json.ts';
import type { NotApplicableReason, Outcome } from './outcome.ts';

/** What a check says of a piece of evidence, before it is known what that means for the outcome. */
export interface Judgement {
  /** One sentence: what is wrong, where. */
  readonly message: string;
  /** The requirement that is broken, where the check knows better than its step. */
  readonly requirement?: string;
  readonly expected?: Json;
  readonly actual?: Json;
  /** RFC 6901 pointer to the offending member of the answer (or of the request when blame is suite). */
  readonly pointer?: string;
  /** The exchange that shows it; the step's last one when absent. */
  readonly exchange?: string;
  /** `host` when absent. */
  readonly blame?: Blame;
  /** Overrides what the requirement's level gives: `note` stays a pass; `could-not-test` has no verdict. */
  readonly as?: 'note' | 'could-not-test' | 'warn' | 'suite-error' | 'not-applicable';
  /** With `as: not-applicable`. */
  readonly reason?: NotApplicableReason;
}

/** What a check says, with what it means. */
export interface Finding {
  /** Unique in the run, stable between runs where nothing moved: `journey/logout/2`. */
  readonly id: string;
  /** Sixteen hex digits over check, requirement, place and kind of deviation, not over values that change by run. */
  readonly fingerprint: string;
  readonly check: string;
  readonly requirement: string | null;
  readonly outcome: Outcome;
  readonly blame: Blame | null;
  readonly message: string;
  readonly expected: Json;
  readonly actual: Json;
  readonly pointer: string | null;
  readonly exchange: string | null;
  /** The finding that caused this one, when a prerequisite failed. */
  readonly causedBy?: string;
  /** File beside the report that sends the chain of the finding again. */
  readonly replay?: string;
  /** Present when a waiver covers the finding. */
  readonly waiver?: {
    readonly owner: string;
    readonly issue: string;
    readonly expires: string;
    readonly reason: string;
  };
  readonly reason?: NotApplicableReason;
}
