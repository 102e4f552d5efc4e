import { asNamed, type CallEvidence, type SecretView } from '../checks/index.ts';
import type { Answer, Exchange } from '../model/exchange.ts';
import { type Actor, viewOf } from './actor.ts';
import type { Call } from './call.ts';
import type { Draft } from './draft.ts';
import { matchEnvelope } from './envelope.ts';
import { match } from './match.ts';
import { type Attempt, readingsOf } from './readings.ts';
import type { Values } from './resolve.ts';
import type { SuiteScope } from './session.ts';

/** Gathers everything that checks may look at after an exchange. */
export function evidenceOf(
  { step, spec, actor, scope }: Call,
  exchange: Exchange,
  answer: Answer,
  draft: Draft,
  attempt: Attempt,
  values: Values,
): CallEvidence {
  const { session } = scope;
  const envelope = step.answers === null ? null : matchEnvelope(step.answers, answer, values);
  return {
    verb: step.verb,
    spec,
    exchange,
    answer,
    sent: draft.sent,
    value: answer.value,
    named: answer.value === undefined ? undefined : asNamed(spec, answer.value),
    asDocumented: draft.asDocumented,
    actor: actor === null ? null : viewOf(actor),
    mismatches: step.expect === null ? [] : match(step.expect, answer.value, values),
    // A step that says nothing of the status leaves it to the checks.
    envelope:
      envelope === null || (step.answers?.statuses.length === 0 && envelope.headers.length === 0) ? null : envelope,
    readings: readingsOf(step, attempt, answer, values),
    actors: new Map([...scope.actors].map(([name, one]) => [name, viewOf(one)])),
    earlier: [...scope.history],
    seenTokens: new Set(session.seenTokens),
    secrets: secretsOf(actor, scope),
    skew: session.skew,
    validators: session.peers.validators,
  };
}

/** What the host knows of this actor and must not repeat. The token is not among them: answers may carry it. */
export function secretsOf(actor: Actor | null, { session }: SuiteScope): readonly SecretView[] {
  const { apiKey, apiSecret } = session.peers.credentials;
  return [
    ...(actor === null ? [] : [{ name: `«password:${actor.persona.name}»`, value: actor.persona.password }]),
    ...(apiKey === null ? [] : [{ name: '«api-key»', value: apiKey }]),
    ...(apiSecret === null ? [] : [{ name: '«api-secret»', value: apiSecret }]),
  ];
}
