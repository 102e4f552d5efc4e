import type { Blame } from '../model/blame.ts';
import type { Finding } from '../model/finding.ts';
import type { PlannedStep } from './planned.ts';
import type { SuiteScope } from './session.ts';
import { findingOfStep } from './step-finding.ts';

/** The finding of a step that could not be run because of another one; it is folded under that cause. */
export function couldNotTest(
  planned: PlannedStep,
  scope: SuiteScope,
  message: string,
  cause: Finding | null,
  blame?: Blame,
): Finding {
  const judgement = { message, as: 'could-not-test' as const, blame: blame ?? cause?.blame ?? 'suite' };
  const finding = findingOfStep(judgement, planned, scope.suite);
  return cause === null ? finding : { ...finding, causedBy: cause.causedBy ?? cause.id };
}
