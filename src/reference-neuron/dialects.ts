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
  'signature-host': {
    values: ['host-header', 'domain-only'],
    text: 'Whether the host in a signed text has the port of the Host header.',
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
  'seconds-zero': {
    values: ['refused', 'allowed'],
    text: 'Whether a token may be asked to live for 0 seconds.',
  },
  'user-name-case': {
    values: ['taken', 'free'],
    text: 'Whether a name that differs from a taken one in case only is taken.',
  },
  'user-name-width': {
    values: ['taken', 'free'],
    text: 'Whether the full-width form of a taken name is taken.',
  },
  'user-name-script': {
    values: ['any', 'refused'],
    text: 'Whether a name may have letters of any script.',
  },
  'alternative-name-numbers': {
    values: ['consecutive', 'arbitrary'],
    text: 'Whether the headers with suggested names are numbered 1, 2, 3 or anyhow.',
  },
  'jwt-authentication': {
    values: ['none', 'bearer'],
    text: 'Whether AuthenticateJwt needs a token in the header besides the one in the body.',
  },
  'petition-authentication': {
    values: ['bearer', 'none'],
    text: 'Whether RemoteQuickLogin needs a token.',
  },
  'token-member': {
    values: ['optional', 'required'],
    text: 'Whether AuthenticateJwt needs the token in the body.',
  },
  'e-mail-member': {
    values: ['required', 'optional'],
    text: 'Whether ResendVerificationCodes needs the address in JSON.',
  },
  'max-count-member': {
    values: ['optional', 'required'],
    text: 'Whether PopMessages needs maxCount in JSON.',
  },
  'member-names': {
    values: ['pages', 'openapi'],
    text: 'Whether members are called as on the pages or as in the OpenAPI file, where they differ.',
  },
  'content-shape': {
    values: ['list', 'object'],
    text: 'Whether the content of a message is a list of elements or an object.',
  },
  'stanza-shape': {
    values: ['object', 'text'],
    text: 'Whether stanzas in JSON are objects or XML text.',
  },
  'groups-member': {
    values: ['required', 'optional'],
    text: 'Whether a contact without groups has the member Groups.',
  },
  'roster-item-member': {
    values: ['required', 'optional'],
    text: 'Whether SendPresenceSubscription answers with the contact.',
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
    'signature-host': follow(QUESTIONS['signature-host'], given['signature-host']),
    'malformed-json': follow(QUESTIONS['malformed-json'], given['malformed-json']),
    'pattern-mismatch': follow(QUESTIONS['pattern-mismatch'], given['pattern-mismatch']),
    'existing-account': follow(QUESTIONS['existing-account'], given['existing-account']),
    'resend-code': follow(QUESTIONS['resend-code'], given['resend-code']),
    'old-token-after-refresh': follow(QUESTIONS['old-token-after-refresh'], given['old-token-after-refresh']),
    'info-before-verification': follow(QUESTIONS['info-before-verification'], given['info-before-verification']),
    'seconds-zero': follow(QUESTIONS['seconds-zero'], given['seconds-zero']),
    'user-name-case': follow(QUESTIONS['user-name-case'], given['user-name-case']),
    'user-name-width': follow(QUESTIONS['user-name-width'], given['user-name-width']),
    'user-name-script': follow(QUESTIONS['user-name-script'], given['user-name-script']),
    'alternative-name-numbers': follow(QUESTIONS['alternative-name-numbers'], given['alternative-name-numbers']),
    'jwt-authentication': follow(QUESTIONS['jwt-authentication'], given['jwt-authentication']),
    'petition-authentication': follow(QUESTIONS['petition-authentication'], given['petition-authentication']),
    'token-member': follow(QUESTIONS['token-member'], given['token-member']),
    'e-mail-member': follow(QUESTIONS['e-mail-member'], given['e-mail-member']),
    'max-count-member': follow(QUESTIONS['max-count-member'], given['max-count-member']),
    'member-names': follow(QUESTIONS['member-names'], given['member-names']),
    'content-shape': follow(QUESTIONS['content-shape'], given['content-shape']),
    'stanza-shape': follow(QUESTIONS['stanza-shape'], given['stanza-shape']),
    'groups-member': follow(QUESTIONS['groups-member'], given['groups-member']),
    'roster-item-member': follow(QUESTIONS['roster-item-member'], given['roster-item-member']),
    'messages-shape': follow(QUESTIONS['messages-shape'], given['messages-shape']),
  };
}
