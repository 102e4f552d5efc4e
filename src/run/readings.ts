import type { Answer } from '../model/exchange.ts';
import type { CallStep, Envelope, Reading } from '../suite/index.ts';
import { matchEnvelope, satisfies } from './envelope.ts';
import { match } from './match.ts';
import type { Values } from './resolve.ts';
import type { Session } from './session.ts';
import { HOST_QUESTION, openHostReadings } from './signature-host.ts';

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
  // Together with other questions there would be more refused signatures than an address can afford.
  const alone = step.verb === 'call' && Object.keys(step.dialect).length === 0;
  const hosts = alone ? openHostReadings(endpoint, session) : [];
  const begin =
    hosts.length === 0 ? [PLAIN] : hosts.map(([name, reading]) => follow(PLAIN, HOST_QUESTION, name, reading));
  return Object.entries(step.dialect).reduce<readonly Attempt[]>((attempts, [question, readings]) => {
    const sending = Object.entries(readings).filter(([, reading]) => !sendsAsIs(reading));
    if (sending.length === 0) return attempts;
    const known = session.readings.get(`${endpoint} ${question}`)?.reading;
    const first = sending.filter(([name]) => name === known);
    const ordered = [...first, ...sending.filter(([name]) => name !== known)];
    return ordered.flatMap(([name, reading]) => attempts.map(attempt => follow(attempt, question, name, reading)));
  }, begin);
}

const follow = (attempt: Attempt, question: string, name: string, reading: Reading): Attempt => ({
  chosen: { ...attempt.chosen, [question]: { name, reading } },
  reading:
    sendsAsIs(reading) && attempt.reading === null
      ? null
      : {
          answers: null,
          expect: null,
          send: { ...attempt.reading?.send, ...reading.send },
          sign: { ...attempt.reading?.sign, ...reading.sign },
          with: { ...attempt.reading?.with, ...reading.with },
        },
});

const sendsAsIs = ({ send, sign, with: how }: Reading): boolean => send === null && sign === null && how === null;

/** Whether the host took a request under the readings with which it was sent. */
export const accepts = ({ chosen }: Attempt, { status }: Answer): boolean => {
  const stated = Object.values(chosen).flatMap(({ reading }) => (reading.answers === null ? [] : [reading.answers]));
  return stated.length === 0 ? status < 400 : stated.every(({ statuses }) => satisfies(statuses, status));
};

/** For each question the step asks, the reading that the answer shows; of what the run asks by itself, what was accepted. */
export function readingsOf(
  step: CallStep,
  attempt: Attempt,
  answer: Answer,
  values: Values,
): Readonly<Record<string, string | null>> {
  const { [HOST_QUESTION]: host } = attempt.chosen;
  const own = host !== undefined && accepts(attempt, answer) ? { [HOST_QUESTION]: host.name } : {};
  const asked = Object.fromEntries(
    Object.entries(step.dialect).map(([question, readings]) => {
      const chosen = attempt.chosen[question];
      if (chosen !== undefined) return [question, accepts(attempt, answer) ? chosen.name : null];
      const found = Object.entries(readings).find(([, reading]) => fits(reading, answer, values));
      return [question, found?.[0] ?? null];
    }),
  );
  return { ...own, ...asked };
}

const fits = (reading: Reading, answer: Answer, values: Values): boolean =>
  (reading.answers === null || fitsEnvelope(reading.answers, answer, values)) &&
  (reading.expect === null || match(reading.expect, answer.value, values).length === 0);

function fitsEnvelope(envelope: Envelope, answer: Answer, values: Values): boolean {
  const { status, headers } = matchEnvelope(envelope, answer, values);
  return status.length === 0 && headers.length === 0;
}
