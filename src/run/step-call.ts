import type { Spec } from '../contract/spec.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { CallStep } from '../suite/index.ts';
import type { Actor } from './actor.ts';
import { evidenceOf } from './call-evidence.ts';
import { couldNotTest } from './could-not.ts';
import { type Draft, draftRequest } from './draft.ts';
import { EXCHANGE_COMPLETE } from './emission.ts';
import { findingOf } from './finding.ts';
import { type Judged, judge } from './judge.ts';
import { type TakenTurn, takeKeyTurn } from './key-turn.ts';
import { learn } from './learn.ts';
import type { PlannedStep } from './planned.ts';
import { hostAnswers } from './probe.ts';
import { Unresolved } from './resolve.ts';
import type { SuiteScope } from './session.ts';
import type { StepResult } from './step-record.ts';
import { judgeTransport, speaksOfBlocking } from './transport.ts';
import { valuesOf } from './values.ts';

/** Runs one `call` or `refuse`: draft, send, learn, judge. */
export async function runCall(
  planned: PlannedStep,
  step: CallStep,
  spec: Spec,
  scope: SuiteScope,
): Promise<StepResult> {
  const { session } = scope;
  const actor = step.as === null ? null : (scope.actors.get(step.as) ?? null);
  const before = obstacle(planned, actor, scope);
  if (before !== null) return { findings: [before] };
  let draft: Draft;
  try {
    draft = draftRequest(planned, step, spec, {
      actor,
      values: valuesOf(scope),
      credentials: session.peers.credentials,
      host: session.peers.client.host,
      origin: session.peers.origin,
      nonce: session.peers.nonce,
    });
  } catch (error) {
    if (!(error instanceof Unresolved)) throw error;
    const cause = scope.causes.get(error.root) ?? null;
    return { findings: [couldNotTest(planned, scope, `Not run, because ${error.message}.`, cause)] };
  }
  const turn = await takeKeyTurn(planned, step, spec, actor, draft.sent, scope);
  if (turn.kind === 'refused') return { findings: [turn.finding] };
  try {
    const exchange = await transmit(planned, step, draft, actor, scope);
    const result = await settle(planned, step, spec, exchange, draft, actor, scope, turn);
    await turn.release(exchange);
    return { ...result, exchanges: [exchange] };
  } finally {
    turn.done();
  }
}

/** Why the step cannot even begin. */
function obstacle(planned: PlannedStep, actor: Actor | null, scope: SuiteScope): Finding | null {
  const { stoppedBy } = scope.session;
  if (stoppedBy !== null)
    return couldNotTest(planned, scope, `Not run, because nothing more is sent: ${stoppedBy.message}`, stoppedBy);
  const blockedBy = actor?.blockedBy ?? null;
  if (blockedBy === null) return null;
  return couldNotTest(
    planned,
    scope,
    `Not run, because the account of ${actor?.persona.name ?? ''} cannot be used.`,
    blockedBy,
  );
}

async function transmit(
  planned: PlannedStep,
  step: CallStep,
  draft: Draft,
  actor: Actor | null,
  scope: SuiteScope,
): Promise<Exchange> {
  const { session } = scope;
  const send = (): Promise<Exchange> =>
    session.peers.client.send(
      {
        id: `${scope.suite}/${planned.id}`,
        endpoint: planned.spec?.endpoint ?? null,
        actor: actor?.persona.name ?? null,
        method: draft.method,
        path: draft.path,
        headers: draft.headers,
        body: draft.body,
        ...(step.within === null ? {} : { timeout: step.within }),
      },
      session.signal,
    );
  return planned.failedCredentials === 0 ? send() : session.gate.spend(planned.failedCredentials, send);
}

async function settle(
  planned: PlannedStep,
  step: CallStep,
  spec: Spec,
  exchange: Exchange,
  draft: Draft,
  actor: Actor | null,
  scope: SuiteScope,
  turn: TakenTurn,
): Promise<StepResult> {
  const { session } = scope;
  const place = { suite: scope.suite, step: planned.id, endpoint: spec.endpoint, exchange: exchange.id };
  const { answer, failure } = exchange;
  const single = (finding: Finding, stop: boolean): StepResult => {
    if (stop) session.stoppedBy ??= finding;
    remember(planned, scope, finding, actor, spec);
    return { findings: [finding] };
  };
  if (failure !== null || answer === null) {
    const why = failure ?? { kind: 'reset' as const, message: `${spec.endpoint} gave no answer.` };
    const alive = await hostAnswers(session);
    const judgement = judgeTransport(exchange, why, alive);
    return single(
      findingOf(
        judgement,
        EXCHANGE_COMPLETE,
        judgement.requirement ?? planned.step.proves[0] ?? null,
        'must',
        place,
        0,
      ),
      judgement.blame !== 'host',
    );
  }
  if (speaksOfBlocking(exchange)) {
    const message = `The host blocks this address: ${answer.body.text.slice(0, 200)} Nothing more is sent.`;
    return single(
      findingOf(
        { message, as: 'could-not-test', blame: 'network', actual: answer.status },
        EXCHANGE_COMPLETE,
        planned.step.proves[0] ?? null,
        'must',
        place,
        0,
      ),
      true,
    );
  }
  const refusal = turn.judge(exchange, place);
  if (refusal !== null) return single(refusal, false);
  const evidence = evidenceOf(step, spec, exchange, answer, draft, actor, scope, valuesOf(scope));
  learn(session, spec, exchange, actor, draft.sent);
  for (const [question, reading] of Object.entries(evidence.readings)) {
    if (reading !== null) session.readings.set(`${spec.endpoint} ${question}`, { reading, exchange: exchange.id });
  }
  const judged = judge(planned.checks, evidence, step.proves, place, session.rules);
  const earlier = { sent: draft.sent, value: answer.value, exchange, answer };
  scope.earlier.set(planned.id, earlier);
  scope.earlier.set(step.id, earlier);
  const refused = step.verb === 'call' && answer.status >= 400 ? judged.findings[0] : undefined;
  if (refused !== undefined) remember(planned, scope, refused, actor, spec);
  return complete(judged);
}

const complete = (judged: Judged): StepResult => ({
  findings: judged.findings,
  passed: { [EXCHANGE_COMPLETE]: 1, ...judged.passed },
});

/** Steps without which an account cannot be used. */
const VITAL: ReadonlySet<string> = new Set(['Account/Create', 'Account/VerifyEMail']);

function remember(planned: PlannedStep, scope: SuiteScope, finding: Finding, actor: Actor | null, spec: Spec): void {
  scope.causes.set(planned.step.id, finding);
  if (actor !== null && planned.step.verb === 'call' && VITAL.has(spec.endpoint)) actor.blockedBy ??= finding;
}
