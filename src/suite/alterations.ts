/** Named ways to spoil a token or a body. Suites name them; here is what each does. */

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const payloadOf = (token: string): Record<string, unknown> => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
};

const flipped = (text: string): string => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`);

export interface TokenAlteration {
  readonly id: string;
  readonly title: string;
  /** Failed credentials that a host counts when it sees the token; what cannot be parsed is not counted. */
  readonly failedCredentials: 0 | 1;
  alter(token: string): string;
}

export const TOKEN_ALTERATIONS: readonly TokenAlteration[] = [
  { id: 'garbage', title: 'a word that is no token', failedCredentials: 0, alter: () => 'not-a-token' },
  { id: 'empty', title: 'an empty token', failedCredentials: 0, alter: () => '' },
  {
    id: 'truncated',
    title: 'a token without its signature part',
    failedCredentials: 0,
    alter: token => token.split('.').slice(0, 2).join('.'),
  },
  {
    id: 'payload-altered',
    title: 'a token whose payload was changed after signing',
    failedCredentials: 1,
    alter: token => {
      const [head = '', , signature = ''] = token.split('.');
      return [head, segment({ ...payloadOf(token), exp: 4102444800 }), signature].join('.');
    },
  },
  {
    id: 'signature-altered',
    title: 'a token whose signature was changed',
    failedCredentials: 1,
    alter: token => {
      const [head = '', payload = '', signature = ''] = token.split('.');
      return [head, payload, flipped(signature)].join('.');
    },
  },
  {
    id: 'alg-none',
    title: 'an unsigned token that says so',
    failedCredentials: 1,
    alter: token => `${segment({ typ: 'JWT', alg: 'none' })}.${token.split('.')[1] ?? ''}.`,
  },
];

export interface BodyAlteration {
  readonly id: string;
  readonly title: string;
  alter(body: string): string;
}

export const BODY_ALTERATIONS: readonly BodyAlteration[] = [
  { id: 'truncated-json', title: 'JSON cut off in the middle', alter: () => '{"a":' },
  { id: 'not-json', title: 'a member without a colon', alter: () => '{"a" 1}' },
  { id: 'array', title: 'a list where an object is asked', alter: body => `[${body}]` },
  { id: 'no-body', title: 'no body at all', alter: () => '' },
];

/** How a body may be written: what is sent as Content-Type, and whether the text is compressed. */
export const ENCODINGS = [
  'json',
  'xml',
  'form',
  'multipart',
  'text',
  'octets',
  'unknown-type',
  'untyped',
  'none',
] as const;
export type Encoding = (typeof ENCODINGS)[number];
