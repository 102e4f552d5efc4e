import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { blockingSign } from '../peers/neuron/index.ts';
import type { Call } from './call.ts';
import { couldNotTest } from './could-not.ts';
import { type Draft, draftRequest } from './draft.ts';
import { requireExpected } from './expected-values.ts';
import { speaksOfKey, takeKeyTurn } from './key-turn.ts';
import { type Attempt, accepts, attemptsOf } from './readings.ts';
import { Unresolved } from './resolve.ts';
import { remember, settle } from './settle.ts';
import { HOST_QUESTION, signatureHost } from './signature-host.ts';
import type { StepResult } from './step-record.ts';
import { transmit } from './transmit.ts';
import { Unreadable } from './unreadable.ts';
import { valuesOf } from './values.ts';

/** Runs one `call` or `refuse`: draft, send, learn, judge. A step with readings is sent until one is accepted. */
export async function runCall(call: Call): Promise<StepResult> {
  const before = obstacle(call);
  if (before !== null) return { findings: [before] };
  const attempts = attemptsOf(call.step, call.spec.endpoint, call.scope.session);
  const first = draftOf(call, attempts[0]);
  if ('finding' in first) return { findings: [first.finding] };
  const turn = await takeKeyTurn(call, first.sent);
  if (turn.kind === 'refused') return remember(call, turn.finding);
  try {
    const exchanges: Exchange[] = [];
    let draft = first;
    for (const [index, attempt] of attempts.entries()) {
      const next = index === 0 ? first : draftOf(call, attempt);
      if ('finding' in next) break;
      draft = next;
      const exchange = await transmit(call, draft, index + 1);
      if ('finding' in exchange) return { findings: [exchange.finding], exchanges };
      exchanges.push(exchange);
      if (isFinal(exchange, attempt) || index === attempts.length - 1) {
        const result = await settle(call, exchange, draft, attempt, turn);
        await turn.release(exchange);
        return { ...result, exchanges };
      }
    }
    return { exchanges };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return remember(call, couldNotTest(call.planned, call.scope, error.message, null, 'mailbox'));
  } finally {
    turn.done();
  }
}

/** Only a refusal says that the host may follow another reading; the framework's own, of a body that does not match, is 500. */
const isFinal = ({ answer }: Exchange, attempt: Attempt): boolean =>
  answer === null ||
  (HOST_QUESTION in attempt.chosen && !speaksOfKey(answer)) ||
  accepts(attempt, answer) ||
  answer.status < 400 ||
  answer.status > 500 ||
  blockingSign(answer) !== null;

function draftOf(
  { planned, step, spec, actor, scope }: Call,
  attempt: Attempt | undefined,
): Draft | { readonly finding: Finding } {
  const { peers } = scope.session;
  const values = valuesOf(scope);
  try {
    requireExpected(step, values);
    return draftRequest(planned, step, spec, attempt?.reading ?? null, {
      actor,
      values,
      credentials: peers.credentials,
      host: signatureHost(scope.session),
      origin: peers.origin,
      nonce: peers.nonce,
      encoding: scope.encoding,
    });
  } catch (error) {
    if (!(error instanceof Unresolved)) throw error;
    scope.later.catchUp();
    const cause = scope.causes.get(error.root) ?? scope.actors.get(error.root)?.trouble ?? null;
    return { finding: couldNotTest(planned, scope, `Not run, because ${error.message}.`, cause) };
  }
}

/** Why the step cannot even begin. */
function obstacle({ planned, actor, scope }: Call): Finding | null {
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
