import type { Blame } from '../model/blame.ts';
import type { Finding } from '../model/finding.ts';
import { findingOf } from './finding.ts';
import type { PlannedStep } from './planned.ts';
import type { SuiteScope } from './session.ts';

/** The finding of a step that could not be run because of another one; it is folded under that cause. */
export function couldNotTest(
  planned: PlannedStep,
  scope: SuiteScope,
  message: string,
  cause: Finding | null,
  blame?: Blame,
): Finding {
  const check = planned.checks[0] ?? 'exchange-complete';
  const finding = findingOf(
    { message, as: 'could-not-test', blame: blame ?? cause?.blame ?? 'suite' },
    check,
    planned.step.proves[0] ?? null,
    'must',
    { suite: scope.suite, step: planned.id, endpoint: planned.spec?.endpoint ?? null, exchange: null },
    0,
  );
  return cause === null ? finding : { ...finding, causedBy: cause.causedBy ?? cause.id };
}
