import { type Answer, type Exchange, header, type TransportFailure } from '../model/exchange.ts';
import type { Finding, Judgement } from '../model/finding.ts';
import { blockingSign } from '../peers/neuron/index.ts';
import type { Actor } from './actor.ts';
import type { Call } from './call.ts';
import { evidenceOf } from './call-evidence.ts';
import type { Draft } from './draft.ts';
import { EXCHANGE_COMPLETE } from './emission.ts';
import { type FindingPlace, findingOf } from './finding.ts';
import { type Judged, judge } from './judge.ts';
import type { TakenTurn } from './key-turn.ts';
import { learn } from './learn.ts';
import { hostAnswers } from './probe.ts';
import type { Attempt } from './readings.ts';
import type { StepResult } from './step-record.ts';
import { judgeTransport } from './transport.ts';
import { valuesOf } from './values.ts';

/** Says what an exchange means: for the step, for the steps after it, and for the run. */
export async function settle(
  call: Call,
  exchange: Exchange,
  draft: Draft,
  attempt: Attempt,
  turn: TakenTurn,
): Promise<StepResult> {
  const { session, suite } = call.scope;
  const { answer, failure } = exchange;
  const place = { suite, step: call.planned.id, endpoint: call.spec.endpoint, exchange: exchange.id };
  if (failure !== null || answer === null) return settleFailure(call, exchange, failure, place);
  const blocked = blockingSign(answer);
  if (blocked !== null) {
    const message = `The host blocks this address: ${blocked.text} Nothing more is sent.`;
    const cause = session.refusedGood ?? call.actor?.trouble ?? null;
    const judgement = {
      message,
      as: 'could-not-test' as const,
      blame: cause?.blame ?? 'network',
      actual: answer.status,
    };
    return single(call, place, judgement, true, cause);
  }
  if (isLost(call, answer, draft)) await session.gate.failed();
  if (call.actor?.reused && call.spec.endpoint === 'Account/Login' && call.step.verb === 'call' && answer.status >= 400)
    return settleLost(call, call.actor, answer, place);
  const refusal = turn.judge(exchange, place);
  if (refusal !== null) return remember(call, refusal);
  const evidence = evidenceOf(call, exchange, answer, draft, attempt, valuesOf(call.scope));
  learn(session, call.spec, exchange, call.actor, draft.sent);
  for (const [question, reading] of Object.entries(evidence.readings)) {
    if (reading !== null) session.readings.set(`${call.spec.endpoint} ${question}`, { reading, exchange: exchange.id });
  }
  if (becameUsable(call, answer)) await session.peers.book.settle(call.actor?.persona.userName ?? '', 'verified');
  keep(call, exchange, answer, draft);
  const judgeAnswer = (): Judged => {
    const { findings, passed } = judge(call.planned.checks, evidence, call.step.proves, place, session.rules);
    return { findings, passed: { [EXCHANGE_COMPLETE]: 1, ...passed } };
  };
  if (call.step.verb === 'refuse' || accepted(call, answer)) return { judge: judgeAnswer };
  // What follows may not be possible without this step, and has to know why.
  const judged = judgeAnswer();
  if (answer.status === 401) session.refusedGood ??= judged.findings.find(({ outcome }) => outcome === 'fail') ?? null;
  const [refused] = judged.findings;
  if (refused !== undefined) remember(call, refused);
  return judged;
}

/** An account of an earlier run that the host no longer knows: nobody's fault, and the next run makes a new one. */
async function settleLost(call: Call, actor: Actor, answer: Answer, place: FindingPlace): Promise<StepResult> {
  await call.scope.session.peers.book.settle(actor.persona.userName, 'forgotten');
  actor.enabled = false;
  const message = `The account ${actor.persona.userName} of an earlier run cannot log in any more (${answer.status}); the ledger has forgotten it. Run again: another one is used.`;
  const finding = findingOf(
    { message, as: 'could-not-test', blame: 'configuration', actual: answer.status },
    EXCHANGE_COMPLETE,
    null,
    'must',
    place,
    0,
  );
  actor.blockedBy ??= finding;
  return remember(call, finding);
}

async function settleFailure(
  call: Call,
  exchange: Exchange,
  failure: TransportFailure | null,
  place: FindingPlace,
): Promise<StepResult> {
  const why = failure ?? { kind: 'reset' as const, message: `${call.spec.endpoint} gave no answer.` };
  const judgement = judgeTransport(exchange, why, await hostAnswers(call.scope.session));
  return single(call, place, judgement, judgement.blame !== 'host');
}

/** The one finding of an exchange that cannot be judged; `stop` ends all sending. */
function single(
  call: Call,
  place: FindingPlace,
  judgement: Judgement,
  stop: boolean,
  cause: Finding | null = null,
): StepResult {
  const requirement = judgement.requirement ?? call.step.proves[0] ?? null;
  const found = findingOf(judgement, EXCHANGE_COMPLETE, requirement, 'must', place, 0);
  const finding = cause === null ? found : { ...found, causedBy: cause.causedBy ?? cause.id };
  if (stop) call.scope.session.stoppedBy ??= finding;
  return remember(call, finding);
}

/** Makes the answer known to later steps, under the id of the step and of the variant. */
function keep({ planned, step, scope }: Call, exchange: Exchange, answer: Answer, draft: Draft): void {
  const earlier = { sent: draft.sent, value: answer.value, exchange, answer };
  scope.earlier.set(planned.id, earlier);
  scope.earlier.set(step.id, earlier);
  scope.history.push(earlier);
}

/** Whether good credentials were refused where nothing else was to be expected, or where all but the token was bad. */
const isLost = ({ step, planned, actor }: Call, { status }: Answer, { headers }: Draft): boolean => {
  if (step.verb === 'refuse')
    return (
      status === 401 &&
      planned.failedCredentials === 0 &&
      actor?.token != null &&
      header(headers, 'authorization') === `Bearer ${actor.token}`
    );
  return step.answers === null && Object.keys(step.dialect).length === 0 && (status === 401 || status === 403);
};

/** Whether the account of the step's actor is verified now, its phone too where it has one. */
const becameUsable = ({ spec, actor }: Call, answer: Answer): boolean =>
  /^Account\/Verify/.test(spec.endpoint) && answer.status === 200 && actor?.enabled === true;

/** Whether the answer is a success, or a redirect where the contract has one. */
const accepted = ({ spec }: Call, { status }: Answer): boolean =>
  (status >= 200 && status < 300) || spec.answers.some(answer => answer.status === status);

/** Steps without which an account cannot be used. */
const VITAL: ReadonlySet<string> = new Set(['Account/Create', 'Account/VerifyEMail']);

/** Makes a finding the cause of what later steps cannot do. */
export function remember({ step, spec, actor, scope }: Call, finding: Finding): StepResult {
  scope.causes.set(step.id, finding);
  if (actor !== null && step.verb === 'call' && VITAL.has(spec.endpoint)) actor.blockedBy ??= finding;
  return { findings: [finding] };
}
