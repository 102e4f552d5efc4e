import type { CallCheck, Check } from '../checks/index.ts';
import type { Spec } from '../contract/spec.ts';
import type { CallStep, ReceiveStep } from '../suite/index.ts';

/** The check that every exchange answers first: whether there is an answer to judge. */
export const EXCHANGE_COMPLETE = 'exchange-complete';

/** Ids of the checks that a call must emit, in the order of the list of checks. */
export function checksOfCall(step: CallStep, spec: Spec, checks: readonly Check[]): readonly string[] {
  const applicable = checks.filter(
    (check): check is CallCheck =>
      check.on === 'call' &&
      judges(check, step, spec) &&
      (check.standing.includes(step.verb) || step.checks.includes(check.id) || asked(check.id, step)),
  );
  return [EXCHANGE_COMPLETE, ...applicable.map(({ id }) => id)];
}

/** What the contract says of an endpoint it says of one method; with another, only checks of any answer have a say. */
const judges = (check: CallCheck, step: CallStep, spec: Spec): boolean =>
  check.applies === undefined || (step.with.method === undefined && check.applies(spec));

/** Checks that a modifier of the step asks for. */
const asked = (id: string, step: CallStep): boolean =>
  (id === 'expected' && step.expect !== null) ||
  (id === 'answer-headers' &&
    step.answers !== null &&
    (step.answers.type !== null || Object.keys(step.answers.headers).length > 0)) ||
  (id === 'dialect-known' && Object.keys(step.dialect).length > 0);

/** Ids of the checks that a `receive` step must emit. */
export const checksOfReceive = (step: ReceiveStep, checks: readonly Check[]): readonly string[] =>
  checks
    .filter(check => check.on === 'receive' && (check.standing.includes(step.what) || step.checks.includes(check.id)))
    .map(({ id }) => id);
