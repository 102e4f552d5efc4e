import { readTimestamp } from '../checks/timestamp.ts';
import type { WaitStep } from '../suite/index.ts';
import { couldNotTest } from './could-not.ts';
import type { PlannedStep } from './planned.ts';
import { resolve, Unresolved } from './resolve.ts';
import type { SuiteScope } from './session.ts';
import { sleepUntil } from './sleep.ts';
import type { StepResult } from './step-record.ts';
import { valuesOf } from './values.ts';

/** Milliseconds waited past a host's moment: its clock has whole seconds. */
const GRACE = 1_100;

/** Runs one `wait`: for a duration, or until a moment that the host named, by the host's own clock. */
export async function runWait(planned: PlannedStep, step: WaitStep, scope: SuiteScope): Promise<StepResult> {
  const { session } = scope;
  const from = session.peers.now();
  let until: number;
  try {
    until = step.until === null ? from + (step.for ?? 0) : (momentOf(step, scope) ?? from);
  } catch (error) {
    if (!(error instanceof Unresolved)) throw error;
    return {
      findings: [
        couldNotTest(planned, scope, `Not run, because ${error.message}.`, scope.causes.get(error.root) ?? null),
      ],
    };
  }
  if (session.stoppedBy !== null) return {};
  session.emit({ type: 'waiting', at: from, suite: scope.suite, step: planned.id, what: step.title, deadline: until });
  await sleepUntil(until, session.peers.now, session.signal);
  return { waits: [{ what: step.title, from, until: session.peers.now(), whom: 'us', attempts: 1 }] };
}

function momentOf(step: WaitStep, scope: SuiteScope): number | null {
  const seconds = readTimestamp(step.until === null ? undefined : resolve(step.until, valuesOf(scope), undefined));
  return seconds === null ? null : seconds * 1000 - scope.session.skew + GRACE;
}
