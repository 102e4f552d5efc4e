import { readTimestamp } from '../checks/timestamp.ts';
import { span } from '../checks/words.ts';
import type { Template, WaitStep } from '../suite/index.ts';
import { couldNotTest } from './could-not.ts';
import type { PlannedStep } from './planned.ts';
import { resolve, Unresolved } from './resolve.ts';
import type { SuiteScope } from './session.ts';
import { sleepUntil } from './sleep.ts';
import type { StepResult } from './step-record.ts';
import { valuesOf } from './values.ts';

/** Milliseconds waited past a host's moment: its clock has whole seconds. */
const GRACE = 1_100;

/** Milliseconds that a host may make us wait: no suite asks for a moment that is further away. */
const LONGEST = 60_000;

/** Runs one `wait`: for a duration, or until a moment that the host named, by the host's own clock. */
export async function runWait(planned: PlannedStep, step: WaitStep, scope: SuiteScope): Promise<StepResult> {
  const { session } = scope;
  const from = session.peers.now();
  if (session.stoppedBy !== null) return {};
  const until = step.until === null ? from + (step.for ?? 0) : momentOf(step.until, scope);
  const away = until instanceof Unresolved ? 0 : until - from;
  if (until instanceof Unresolved || (step.until !== null && away > LONGEST)) {
    const why = until instanceof Unresolved ? until.message : `the host named a moment that is ${span(away)} away`;
    const cause = step.until?.kind === 'reference' ? scope.causes.get(step.until.root) : undefined;
    const finding = couldNotTest(
      planned,
      scope,
      `Not waited for, because ${why}.`,
      cause ?? null,
      cause?.blame ?? 'host',
    );
    // What follows was written for the time after.
    scope.stoppedBy = finding;
    return { findings: [finding] };
  }
  session.emit({ type: 'waiting', at: from, suite: scope.suite, step: planned.id, what: step.title, deadline: until });
  await sleepUntil(until, session.peers.now, session.signal);
  return { waits: [{ what: step.title, from, until: session.peers.now(), whom: 'us', attempts: 1 }] };
}

/** The moment that a host named, milliseconds since the epoch by our clock; why there is none. */
function momentOf(template: Template, scope: SuiteScope): number | Unresolved {
  try {
    const seconds = readTimestamp(resolve(template, valuesOf(scope), undefined));
    if (seconds !== null) return seconds * 1000 - scope.session.skew + GRACE;
    const text = template.kind === 'reference' ? template.text : 'what is waited for';
    return new Unresolved(text, '');
  } catch (error) {
    if (error instanceof Unresolved) return error;
    throw error;
  }
}
