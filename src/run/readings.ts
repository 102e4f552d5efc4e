import type { Answer } from '../model/exchange.ts';
import type { CallStep, Envelope, Reading } from '../suite/index.ts';
import { matchEnvelope, satisfies } from './envelope.ts';
import { match } from './match.ts';
import type { Values } from './resolve.ts';
import type { Session } from './session.ts';

/** One way of sending a step: as it stands, or as a published reading has it. */
export interface Attempt {
  readonly question: string | null;
  readonly name: string | null;
  readonly reading: Reading | null;
}

/** The ways in which a step may be sent, likeliest first: the reading that the target is known to follow leads. */
export function attemptsOf(step: CallStep, endpoint: string, session: Session): readonly Attempt[] {
  for (const [question, readings] of Object.entries(step.dialect)) {
    const sending = Object.entries(readings).filter(
      ([, { send, sign, with: how }]) => send !== null || sign !== null || how !== null,
    );
    if (sending.length === 0) continue;
    const known = session.readings.get(`${endpoint} ${question}`)?.reading;
    const attempts = sending.map(([name, reading]) => ({ question, name, reading }));
    return [...attempts.filter(({ name }) => name === known), ...attempts.filter(({ name }) => name !== known)];
  }
  return [{ question: null, name: null, reading: null }];
}

/** Whether the host took a request under the reading with which it was sent. */
export const accepts = (attempt: Attempt, answer: Answer): boolean =>
  attempt.reading?.answers == null ? answer.status < 400 : satisfies(attempt.reading.answers.statuses, answer.status);

/** For each question the step asks, the reading that the answer shows. */
export function readingsOf(
  step: CallStep,
  attempt: Attempt,
  answer: Answer,
  values: Values,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(step.dialect).map(([question, readings]) => {
      if (question === attempt.question) return [question, accepts(attempt, answer) ? attempt.name : null];
      const found = Object.entries(readings).find(([, reading]) => fits(reading, answer, values));
      return [question, found?.[0] ?? null];
    }),
  );
}

const fits = (reading: Reading, answer: Answer, values: Values): boolean =>
  (reading.answers === null || fitsEnvelope(reading.answers, answer, values)) &&
  (reading.expect === null || match(reading.expect, answer.value, values).length === 0);

function fitsEnvelope(envelope: Envelope, answer: Answer, values: Values): boolean {
  const { status, headers } = matchEnvelope(envelope, answer, values);
  return status.length === 0 && headers.length === 0;
}
