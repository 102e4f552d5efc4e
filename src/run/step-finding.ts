import type { Finding, Judgement } from '../model/finding.ts';
import { EXCHANGE_COMPLETE } from './emission.ts';
import { findingOf } from './finding.ts';
import type { PlannedStep } from './planned.ts';

/** A finding about a step as such, of which no exchange tells; by the first check that it would have had. */
export const findingOfStep = (
  judgement: Judgement,
  planned: PlannedStep,
  suite: string,
  requirement = planned.step.proves[0] ?? null,
): Finding =>
  findingOf(
    judgement,
    planned.checks[0] ?? EXCHANGE_COMPLETE,
    requirement,
    'must',
    { suite, step: planned.id, endpoint: planned.spec?.endpoint ?? null, exchange: null },
    0,
  );
