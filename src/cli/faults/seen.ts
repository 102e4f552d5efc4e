import type { Blame } from '../../model/blame.ts';
import type { Outcome } from '../../model/outcome.ts';
import type { RunRecord } from '../../model/run-record.ts';

/** What a trial needs to remember of a finding. */
export interface Seen {
  readonly fingerprint: string;
  /** `journey/create-alice`. */
  readonly place: string;
  readonly check: string;
  readonly requirement: string | null;
  readonly outcome: Outcome;
  readonly blame: Blame | null;
  readonly message: string;
  /** Whether it only follows from another finding. */
  readonly caused: boolean;
}

/** The findings of a run, in the order of its report. */
export const seenIn = (record: RunRecord): readonly Seen[] =>
  record.suites.flatMap(suite =>
    suite.steps.flatMap(step =>
      step.findings.map(({ fingerprint, check, requirement, outcome, blame, message, causedBy }) => ({
        fingerprint,
        place: `${suite.id}/${step.id}`,
        check,
        requirement,
        outcome,
        blame,
        message,
        caused: causedBy !== undefined,
      })),
    ),
  );
