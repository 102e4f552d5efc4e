import type { CallEvidence, SecretView } from '../checks/index.ts';
import type { Spec } from '../contract/spec.ts';
import type { Answer, Exchange } from '../model/exchange.ts';
import type { CallStep } from '../suite/index.ts';
import { type Actor, viewOf } from './actor.ts';
import type { Draft } from './draft.ts';
import { matchEnvelope, satisfies } from './envelope.ts';
import { match } from './match.ts';
import type { Values } from './resolve.ts';
import type { SuiteScope } from './session.ts';

/** Gathers everything that checks may look at after an exchange. */
export function evidenceOf(
  step: CallStep,
  spec: Spec,
  exchange: Exchange,
  answer: Answer,
  draft: Draft,
  actor: Actor | null,
  scope: SuiteScope,
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
    asDocumented: draft.asDocumented,
    actor: actor === null ? null : viewOf(actor),
    mismatches: step.expect === null ? [] : match(step.expect, answer.value, values),
    // A step that says nothing of the status leaves it to the checks.
    envelope:
      envelope === null || (step.answers?.statuses.length === 0 && envelope.headers.length === 0) ? null : envelope,
    readings: readingsOf(step, answer, values),
    earlier: scope.earlier,
    seenTokens: new Set(session.seenTokens),
    secrets: secretsOf(actor, scope),
    skew: session.skew,
    validators: session.peers.validators,
  };
}

/** For each question the step asks, the reading whose envelope and body fit the answer. */
function readingsOf(step: CallStep, answer: Answer, values: Values): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(step.dialect).map(([question, readings]) => {
      const found = Object.entries(readings).find(
        ([, reading]) =>
          (reading.answers === null || satisfies(reading.answers.statuses, answer.status)) &&
          (reading.expect === null || match(reading.expect, answer.value, values).length === 0),
      );
      return [question, found?.[0] ?? null];
    }),
  );
}

/** What the host knows of this actor and must not repeat. The token is not among them: answers may carry it. */
export function secretsOf(actor: Actor | null, { session }: SuiteScope): readonly SecretView[] {
  const { apiSecret } = session.peers.credentials;
  return [
    ...(actor === null ? [] : [{ name: `«password:${actor.persona.name}»`, value: actor.persona.password }]),
    ...(apiSecret === null ? [] : [{ name: '«api-secret»', value: apiSecret }]),
  ];
}
