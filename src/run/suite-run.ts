import { worst } from '../model/outcome.ts';
import type { StepRecord, SuiteRecord } from '../model/run-record.ts';
import type { Actor } from './actor.ts';
import { Later } from './later.ts';
import { flat, type PlannedStep, type PlannedSuite } from './planned.ts';
import type { Session, SuiteScope } from './session.ts';
import { findingOfStep } from './step-finding.ts';
import { stepRecord } from './step-record.ts';
import { actorOf, runStep } from './step-run.ts';

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
    later: new Later(),
    earlier: new Map(),
    history: [],
    codes: new Map(),
    causes: new Map(),
    stoppedBy: null,
  };
  const { notApplicable } = planned;
  const steps =
    notApplicable === null
      ? await runSteps(planned, scope)
      : flat(planned.steps).map(step => withoutRunning(step, notApplicable, scope));
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

async function runSteps({ steps, needs }: PlannedSuite, scope: SuiteScope): Promise<readonly StepRecord[]> {
  const { later } = scope;
  const needsMailbox = needs.includes('mailbox');
  const records: StepRecord[] = [];
  for (const step of steps) {
    if (step.children.length > 0) {
      later.catchUp();
      const together = step.children.map(async child => {
        const conclude = await runStep(child, scope, needsMailbox);
        // Where nothing was sent, its beginning has not been told yet.
        later.catchUp();
        return conclude();
      });
      records.push(...(await Promise.all(together)));
    } else {
      const conclude = await runStep(step, scope, needsMailbox);
      later.put(() => records.push(conclude()));
    }
  }
  later.catchUp();
  return records;
}

function withoutRunning(planned: PlannedStep, why: string, scope: SuiteScope): StepRecord {
  const now = scope.session.peers.now();
  const judgement = {
    message: `Not applicable here: ${why}.`,
    as: 'not-applicable' as const,
    reason: 'not configured by the operator' as const,
  };
  const findings = [findingOfStep(judgement, planned, scope.suite)];
  return {
    ...stepRecord(planned, actorOf(planned), now, now, { findings }),
    outcome: 'not-applicable',
    blame: null,
  };
}
