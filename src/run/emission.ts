import type { CallCheck, Check } from '../checks/index.ts';
import type { Spec } from '../contract/spec.ts';
import type { CallStep, ReceiveStep } from '../suite/index.ts';

/** The check that every exchange answers first: whether there is an answer to judge. */
export const EXCHANGE_COMPLETE = 'exchange-complete';

/**
 * Gives the ids of the checks that a call must emit, in the order of the list of checks. What the contract says of an
 * endpoint is asked once for each; steps that emit the same share one list.
 */
export function checksOfCalls(checks: readonly Check[]): (step: CallStep, spec: Spec) => readonly string[] {
  const candidates = new Map<string, readonly CallCheck[]>();
  const lists = new Map<string, readonly string[]>();
  return (step, spec) => {
    const key = step.with.method === undefined ? spec.endpoint : '';
    const known = candidates.get(key) ?? checks.filter((check): check is CallCheck => judges(check, key, spec));
    candidates.set(key, known);
    const ids = known.filter(check => speaks(check, step)).map(({ id }) => id);
    const list = lists.get(ids.join()) ?? [EXCHANGE_COMPLETE, ...ids];
    lists.set(ids.join(), list);
    return list;
  };
}

/** What the contract says of an endpoint it says of one method; with another, only checks of any answer have a say. */
const judges = (check: Check, endpoint: string, spec: Spec): boolean =>
  check.on === 'call' && (check.applies === undefined || (endpoint !== '' && check.applies(spec)));

const speaks = (check: CallCheck, step: CallStep): boolean =>
  check.standing.includes(step.verb) || step.checks.includes(check.id) || asked(check.id, step);

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
