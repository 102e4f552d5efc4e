import { worst } from '../model/outcome.ts';
import type { StepRecord, SuiteRecord } from '../model/run-record.ts';
import type { Actor } from './actor.ts';
import { couldNotTest } from './could-not.ts';
import { findingOf } from './finding.ts';
import { flat, type PlannedStep, type PlannedSuite } from './planned.ts';
import type { Session, SuiteScope } from './session.ts';
import { runCall } from './step-call.ts';
import { runReceive } from './step-receive.ts';
import { outcomeOfStep, type StepResult, stepRecord } from './step-record.ts';
import { runWait } from './step-wait.ts';

/** Runs the steps of a suite in order, those of `together` at the same time, and tells of each as it ends. */
export async function runSuite(
  planned: PlannedSuite,
  actors: ReadonlyMap<string, Actor>,
  session: Session,
): Promise<SuiteRecord> {
  const { now } = session.peers;
  const startedAt = now();
  session.emit({ type: 'suite-started', at: startedAt, suite: planned.id, title: planned.suite.title });
  const scope: SuiteScope = {
    session,
    suite: planned.id,
    encoding: planned.encoding,
    actors,
    earlier: new Map(),
    codes: new Map(),
    causes: new Map(),
    stoppedBy: null,
  };
  const steps: StepRecord[] = [];
  for (const step of planned.steps) {
    const records =
      planned.notApplicable === null
        ? await runOne(step, scope, planned.needs.includes('mailbox'))
        : flat([step]).map(one => notApplicable(one, planned.notApplicable ?? '', scope));
    steps.push(...records);
  }
  const outcome = worst(steps.map(step => step.outcome));
  const record: SuiteRecord = {
    id: planned.id,
    title: planned.suite.title,
    startedAt,
    endedAt: now(),
    outcome,
    blame: steps.find(step => step.outcome === outcome)?.blame ?? null,
    steps,
  };
  session.emit({ type: 'suite-ended', at: record.endedAt, record });
  return record;
}

async function runOne(planned: PlannedStep, scope: SuiteScope, needsMailbox: boolean): Promise<readonly StepRecord[]> {
  if (planned.children.length > 0)
    return (await Promise.all(planned.children.map(child => runOne(child, scope, needsMailbox)))).flat();
  const { session } = scope;
  const startedAt = session.peers.now();
  session.emit({ type: 'step-started', at: startedAt, suite: scope.suite, step: planned.id, title: planned.title });
  const result = await attempt(planned, scope, needsMailbox);
  const actor = actorOf(planned);
  blame(result, planned, scope.actors.get(actor ?? ''), scope);
  const record = stepRecord(planned, actor, startedAt, session.peers.now(), result);
  session.emit({ type: 'step-ended', at: record.endedAt, suite: scope.suite, record });
  return [record];
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
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const judgement = {
      message: `The suite itself failed at this step: ${said}`,
      as: 'suite-error' as const,
      blame: 'suite' as const,
    };
    const place = { suite: scope.suite, step: planned.id, endpoint: planned.spec?.endpoint ?? null, exchange: null };
    return { findings: [findingOf(judgement, planned.checks[0] ?? 'exchange-complete', null, 'must', place, 0)] };
  }
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

function actorOf({ step }: PlannedStep): string | null {
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

function notApplicable(planned: PlannedStep, why: string, scope: SuiteScope): StepRecord {
  const now = scope.session.peers.now();
  const judgement = {
    message: `Not applicable here: ${why}.`,
    as: 'not-applicable' as const,
    reason: 'not configured by the operator' as const,
  };
  const place = { suite: scope.suite, step: planned.id, endpoint: planned.spec?.endpoint ?? null, exchange: null };
  const finding = findingOf(
    judgement,
    planned.checks[0] ?? 'exchange-complete',
    planned.step.proves[0] ?? null,
    'must',
    place,
    0,
  );
  return {
    ...stepRecord(planned, actorOf(planned), now, now, { findings: [finding] }),
    outcome: 'not-applicable',
    blame: null,
  };
}
