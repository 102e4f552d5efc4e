import { parseSuite, type Step, SuiteError } from '../../../src/suite/index.ts';
import type { Vocabulary } from '../../../src/suite/vocabulary.ts';

export const VOCABULARY: Vocabulary = {
  endpoints: ['Account/Create', 'Account/Login', 'Account/Info', 'Account/Refresh'],
  requirements: ['CREATE-DISABLED', 'LOGIN-TOKEN'],
  checks: ['token-decoded', 'message-once'],
  payloads: ['unicode-text'],
};

/** Reads a suite of these steps, with the actors alice and bob. Lines of `steps` begin with `- `. */
export const stepsOf = (steps: string): readonly Step[] =>
  parseSuite(
    `suite: sample\ntitle: A sample\nactors: [alice, bob]\nsteps:\n${steps.trim().replace(/^/gm, '  ')}\n`,
    'sample.yaml',
    VOCABULARY,
  ).steps;

export function stepOf(steps: string): Step {
  const last = stepsOf(steps).at(-1);
  if (last === undefined) throw new Error('the suite has no step');
  return last;
}

/** What reading a text complains of: the message with its place, and what to do. */
export function complaint(read: () => unknown): readonly [message: string, next: string] {
  try {
    read();
  } catch (error) {
    if (error instanceof SuiteError) return [error.message, error.next];
    throw error;
  }
  throw new Error('nothing was complained of');
}
