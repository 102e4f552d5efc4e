import type { StepRecord } from '../model/run-record.ts';
import type { Actor } from './actor.ts';
import { couldNotTest } from './could-not.ts';
import type { Judged } from './judge.ts';
import type { PlannedStep } from './planned.ts';
import type { SuiteScope } from './session.ts';
import { runCall } from './step-call.ts';
import { findingOfStep } from './step-finding.ts';
import { runReceive } from './step-receive.ts';
import { outcomeOfStep, type StepResult, stepRecord } from './step-record.ts';
import { runWait } from './step-wait.ts';

/** Judges a step that has been run, tells of it, and gives its record. */
export type Conclude = () => StepRecord;

/** Runs one step. Only a request lets the step before it be judged while it is on its way. */
export async function runStep(planned: PlannedStep, scope: SuiteScope, needsMailbox: boolean): Promise<Conclude> {
  const { session, later, suite } = scope;
  const startedAt = session.peers.now();
  later.put(() => session.emit({ type: 'step-started', at: startedAt, suite, step: planned.id, title: planned.title }));
  if (planned.spec === null) later.catchUp();
  const { judge, ...known } = await attempt(planned, scope, needsMailbox);
  const endedAt = session.peers.now();
  return () => {
    const result: StepResult = judge === undefined ? known : { ...known, ...judged(judge, planned, scope) };
    const actor = actorOf(planned);
    blame(result, planned, scope.actors.get(actor ?? ''), scope);
    const record = stepRecord(planned, actor, startedAt, endedAt, result);
    session.emit({ type: 'step-ended', at: endedAt, suite, record });
    return record;
  };
}

/** Remembers why later steps may miss a value of this step, or of its actor. */
function blame({ findings = [] }: StepResult, planned: PlannedStep, actor: Actor | undefined, scope: SuiteScope): void {
  const outcome = outcomeOfStep(findings);
  const cause = outcome === 'pass' ? undefined : findings.find(finding => finding.outcome === outcome);
  if (cause === undefined) return;
  if (!scope.causes.has(planned.step.id)) scope.causes.set(planned.step.id, cause);
  if (actor !== undefined && (outcome !== 'warn' || actor.trouble === null)) actor.trouble = cause;
}

async function attempt(planned: PlannedStep, scope: SuiteScope, needsMailbox: boolean): Promise<StepResult> {
  const { signal, peers } = scope.session;
  const trouble = needsMailbox ? (peers.mailboxTrouble ?? null) : null;
  if (trouble !== null) return { findings: [couldNotTest(planned, scope, trouble, null, 'mailbox')] };
  if (signal.aborted)
    return { findings: [couldNotTest(planned, scope, 'Not run, because the run was interrupted.', null)] };
  if (scope.stoppedBy !== null)
    return { findings: [couldNotTest(planned, scope, `Not run: ${scope.stoppedBy.message}`, scope.stoppedBy)] };
  try {
    return await dispatch(planned, scope);
  } catch (error) {
    if (signal.aborted) return { findings: [couldNotTest(planned, scope, 'Interrupted while it was running.', null)] };
    return ownFailure(error, planned, scope);
  }
}

function judged(judge: () => Judged, planned: PlannedStep, scope: SuiteScope): StepResult {
  try {
    return judge();
  } catch (error) {
    return ownFailure(error, planned, scope);
  }
}

function ownFailure(error: unknown, planned: PlannedStep, scope: SuiteScope): StepResult {
  const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const judgement = {
    message: `The suite itself failed at this step: ${said}`,
    as: 'suite-error' as const,
    blame: 'suite' as const,
  };
  return { findings: [findingOfStep(judgement, planned, scope.suite, null)] };
}

async function dispatch(planned: PlannedStep, scope: SuiteScope): Promise<StepResult> {
  const { step } = planned;
  switch (step.verb) {
    case 'call':
    case 'refuse':
      if (planned.spec === null) throw new Error(`${step.endpoint} is not in the contract`);
      return runCall({
        planned,
        step,
        spec: planned.spec,
        scope,
        actor: step.as === null ? null : (scope.actors.get(step.as) ?? null),
      });
    case 'receive':
      return runReceive(planned, step, scope);
    case 'wait':
      return runWait(planned, step, scope);
    case 'together':
      return {};
  }
}

export function actorOf({ step }: PlannedStep): string | null {
  switch (step.verb) {
    case 'call':
    case 'refuse':
      return step.as;
    case 'receive':
      return step.for;
    case 'wait':
    case 'together':
      return null;
  }
}
