/** Outcomes of a check, a step, a suite and a run, worst first. Roll-up is the worst. */
export const OUTCOMES = [
  'suite-error',
  'fail',
  'could-not-test',
  'warn',
  'flaky',
  'waived',
  'pass',
  'not-applicable',
  'disabled',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

const rank = new Map<Outcome, number>(OUTCOMES.map((outcome, index) => [outcome, index]));

/** The worst of some outcomes; `disabled` when there is none, because nothing ran. */
export function worst(outcomes: Iterable<Outcome>): Outcome {
  let result: Outcome = 'disabled';
  for (const outcome of outcomes) {
    if ((rank.get(outcome) ?? 0) < (rank.get(result) ?? 0)) result = outcome;
  }
  return result;
}

export const isWorse = (a: Outcome, b: Outcome): boolean => (rank.get(a) ?? 0) < (rank.get(b) ?? 0);

/** The reasons for which a check may be not applicable; there are no others. */
export const NOT_APPLICABLE_REASONS = [
  'not configured by the operator',
  "needs an operator's act",
  'needs hardware',
  'would harm the host',
  'source silent',
] as const;

export type NotApplicableReason = (typeof NOT_APPLICABLE_REASONS)[number];
