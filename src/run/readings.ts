import type { Answer } from '../model/exchange.ts';
import type { CallStep, Envelope, Reading } from '../suite/index.ts';
import { matchEnvelope, satisfies } from './envelope.ts';
import { match } from './match.ts';
import type { Values } from './resolve.ts';
import type { Session } from './session.ts';

/** One way of sending a step: as it stands, or as published readings have it. */
export interface Attempt {
  /** The readings that it follows, by question. */
  readonly chosen: Readonly<Record<string, { readonly name: string; readonly reading: Reading }>>;
  /** What they set, merged; null when it follows none. */
  readonly reading: Reading | null;
}

const PLAIN: Attempt = { chosen: {}, reading: null };

/**
 * The ways in which a step may be sent, likeliest first: the readings that the target is known to follow lead. Questions
 * whose readings send differently are tried in every combination.
 */
export function attemptsOf(step: CallStep, endpoint: string, session: Session): readonly Attempt[] {
  return Object.entries(step.dialect).reduce<readonly Attempt[]>(
    (attempts, [question, readings]) => {
      const sending = Object.entries(readings).filter(
        ([, { send, sign, with: how }]) => send !== null || sign !== null || how !== null,
      );
      if (sending.length === 0) return attempts;
      const known = session.readings.get(`${endpoint} ${question}`)?.reading;
      const first = sending.filter(([name]) => name === known);
      const ordered = [...first, ...sending.filter(([name]) => name !== known)];
      return ordered.flatMap(([name, reading]) => attempts.map(attempt => follow(attempt, question, name, reading)));
    },
    [PLAIN],
  );
}

const follow = (attempt: Attempt, question: string, name: string, reading: Reading): Attempt => ({
  chosen: { ...attempt.chosen, [question]: { name, reading } },
  reading: {
    answers: null,
    expect: null,
    send: { ...attempt.reading?.send, ...reading.send },
    sign: { ...attempt.reading?.sign, ...reading.sign },
    with: { ...attempt.reading?.with, ...reading.with },
  },
});

/** Whether the host took a request under the readings with which it was sent. */
export const accepts = ({ chosen }: Attempt, { status }: Answer): boolean => {
  const stated = Object.values(chosen).flatMap(({ reading }) => (reading.answers === null ? [] : [reading.answers]));
  return stated.length === 0 ? status < 400 : stated.every(({ statuses }) => satisfies(statuses, status));
};

/** For each question the step asks, the reading that the answer shows. */
export function readingsOf(
  step: CallStep,
  attempt: Attempt,
  answer: Answer,
  values: Values,
): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    Object.entries(step.dialect).map(([question, readings]) => {
      const chosen = attempt.chosen[question];
      if (chosen !== undefined) return [question, accepts(attempt, answer) ? chosen.name : null];
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
