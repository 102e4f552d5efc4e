/** A question on which public sources disagree, with the readings that this host can follow. */
export interface DialectQuestion {
  readonly id: string;
  readonly values: readonly string[];
  readonly default: string;
  readonly text: string;
}

const QUESTIONS = {
  timestamps: {
    values: ['unix-seconds', 'iso-text'],
    text: 'How points in time are written in JSON.',
  },
  'code-type': {
    values: ['either', 'text', 'number'],
    text: 'Whether a verification code has to be a text or a number.',
  },
  'verify-authentication': {
    values: ['optional', 'bearer', 'none'],
    text: 'Whether verifying and resending codes needs the token from Create, takes it, or ignores it.',
  },
  'phone-in-signature': {
    values: ['after-email', 'left-out'],
    text: 'Whether the text that is signed for Create holds the phone number.',
  },
  'malformed-json': {
    values: ['400', '500'],
    text: 'The status of a body that is not JSON.',
  },
  'pattern-mismatch': {
    values: ['400', '500'],
    text: 'The status of a body that does not match the notation.',
  },
  'existing-account': {
    values: ['login', 'refuse'],
    text: 'Whether Create for an existing account with its own password is a log-in.',
  },
  'resend-code': {
    values: ['same', 'new'],
    text: 'Whether the code that is sent again is the same.',
  },
  'old-token-after-refresh': {
    values: ['deprecated', 'alive'],
    text: 'Whether the token before a refresh works until it expires.',
  },
  'info-before-verification': {
    values: ['reduced', '403'],
    text: 'Whether Info answers a disabled account with less, or not at all.',
  },
  'messages-shape': {
    values: ['array', 'collapsed'],
    text: 'Whether a list of one is written as the one, and an empty list as null.',
  },
} as const satisfies Readonly<Record<string, { values: readonly [string, ...string[]]; text: string }>>;

export type DialectId = keyof typeof QUESTIONS;

/** The readings that a host follows. */
export type Dialect = { readonly [Id in DialectId]: (typeof QUESTIONS)[Id]['values'][number] };

const entries = Object.entries(QUESTIONS);

/** The questions that the option `dialect` may answer; the first value of each is the default. */
export const DIALECTS: readonly DialectQuestion[] = entries.map(([id, { values, text }]) => ({
  id,
  values,
  default: values[0],
  text,
}));

/** Fills in the defaults. Throws a RangeError for a question or a reading that does not exist. */
export function resolveDialect(given: Readonly<Record<string, string>>): Dialect {
  for (const [id, value] of Object.entries(given)) {
    const question = DIALECTS.find(known => known.id === id);
    if (question === undefined)
      throw new RangeError(`There is no dialect "${id}"; there are ${DIALECTS.map(known => known.id).join(', ')}.`);
    if (!question.values.includes(value))
      throw new RangeError(`The dialect "${id}" has no reading "${value}"; it has ${question.values.join(', ')}.`);
  }
  const follow = <Reading extends string>(
    { values }: { readonly values: readonly [Reading, ...Reading[]] },
    wanted: string | undefined,
  ): Reading => values.find(value => value === wanted) ?? values[0];
  return {
    timestamps: follow(QUESTIONS.timestamps, given.timestamps),
    'code-type': follow(QUESTIONS['code-type'], given['code-type']),
    'verify-authentication': follow(QUESTIONS['verify-authentication'], given['verify-authentication']),
    'phone-in-signature': follow(QUESTIONS['phone-in-signature'], given['phone-in-signature']),
    'malformed-json': follow(QUESTIONS['malformed-json'], given['malformed-json']),
    'pattern-mismatch': follow(QUESTIONS['pattern-mismatch'], given['pattern-mismatch']),
    'existing-account': follow(QUESTIONS['existing-account'], given['existing-account']),
    'resend-code': follow(QUESTIONS['resend-code'], given['resend-code']),
    'old-token-after-refresh': follow(QUESTIONS['old-token-after-refresh'], given['old-token-after-refresh']),
    'info-before-verification': follow(QUESTIONS['info-before-verification'], given['info-before-verification']),
    'messages-shape': follow(QUESTIONS['messages-shape'], given['messages-shape']),
  };
}
