import { createHmac } from 'node:crypto';

/** Named ways to spoil a token or a body. Suites name them; here is what each does. */

const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The three parts of a token; empty where there is none. */
const partsOf = (token: string): readonly [head: string, payload: string, signature: string] => {
  const [head = '', payload = '', signature = ''] = token.split('.');
  return [head, payload, signature];
};

const read = (part: string): Record<string, unknown> => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
};

const flipped = (text: string): string => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`);

const withClaims = (token: string, claims: Readonly<Record<string, unknown>>): string => {
  const [head, payload, signature] = partsOf(token);
  return [head, segment({ ...read(payload), ...claims }), signature].join('.');
};

/** 2100-01-01, in Unix seconds. */
const FAR = 4_102_444_800;

export interface TokenAlteration {
  readonly id: string;
  readonly title: string;
  /** Failed credentials that a host counts when it sees the token; what cannot be parsed is not counted. */
  readonly failedCredentials: 0 | 1;
  alter(token: string): string;
  /** The values of the `Authorization` headers for a token; one `Bearer` when absent. */
  readonly headers?: (token: string) => readonly string[];
}

const same = (token: string): string => token;

export const TOKEN_ALTERATIONS: readonly TokenAlteration[] = [
  // what cannot be read as a token
  { id: 'garbage', title: 'a word that is no token', failedCredentials: 0, alter: () => 'not-a-token' },
  { id: 'empty', title: 'an empty token', failedCredentials: 0, alter: () => '' },
  {
    id: 'truncated',
    title: 'a token without its signature part',
    failedCredentials: 0,
    alter: token => partsOf(token).slice(0, 2).join('.'),
  },
  { id: 'four-parts', title: 'a token of four parts', failedCredentials: 0, alter: token => `${token}.${segment({})}` },
  {
    id: 'no-json',
    title: 'three parts that hold no JSON',
    failedCredentials: 0,
    alter: () => ['one', 'two', 'three'].map(text => Buffer.from(text).toString('base64url')).join('.'),
  },
  // other ways of writing the header
  {
    id: 'lower-case-scheme',
    title: 'the scheme in small letters',
    failedCredentials: 0,
    alter: same,
    headers: token => [`bearer ${token}`],
  },
  {
    id: 'no-scheme',
    title: 'a token without its scheme',
    failedCredentials: 0,
    alter: same,
    headers: token => [token],
  },
  {
    id: 'other-scheme',
    title: 'a token under another scheme',
    failedCredentials: 0,
    alter: same,
    headers: token => [`Token ${token}`],
  },
  {
    id: 'basic',
    title: 'Basic credentials without a password',
    failedCredentials: 0,
    alter: same,
    headers: () => [`Basic ${Buffer.from('nobody').toString('base64')}`],
  },
  {
    id: 'two-headers',
    title: 'two Authorization headers, of which one is no token',
    failedCredentials: 0,
    alter: same,
    headers: token => ['Bearer not-a-token', `Bearer ${token}`],
  },
  // well-formed tokens that the host did not issue
  {
    id: 'life-extended',
    title: 'a token whose end was moved after signing',
    failedCredentials: 1,
    alter: token => withClaims(token, { exp: FAR }),
  },
  {
    id: 'subject-altered',
    title: 'a token whose subject was changed after signing',
    failedCredentials: 1,
    alter: token => withClaims(token, { sub: `admin@${String(read(partsOf(token)[1]).iss ?? '')}` }),
  },
  {
    id: 'signature-altered',
    title: 'a token whose signature was changed',
    failedCredentials: 1,
    alter: token => {
      const [head, payload, signature] = partsOf(token);
      return [head, payload, flipped(signature)].join('.');
    },
  },
  {
    id: 'signature-empty',
    title: 'a token with nothing in the place of its signature',
    failedCredentials: 1,
    alter: token => [...partsOf(token).slice(0, 2), ''].join('.'),
  },
  {
    id: 'header-altered',
    title: 'a token whose header was changed after signing',
    failedCredentials: 1,
    alter: token => {
      const [head, payload, signature] = partsOf(token);
      return [segment({ ...read(head), kid: '1' }), payload, signature].join('.');
    },
  },
  {
    id: 'alg-none',
    title: 'an unsigned token that says so',
    failedCredentials: 1,
    alter: token => `${segment({ typ: 'JWT', alg: 'none' })}.${partsOf(token)[1]}.`,
  },
  {
    id: 'other-key',
    title: 'a token signed with another key',
    failedCredentials: 1,
    alter: token => {
      const [, payload] = partsOf(token);
      const signed = `${segment({ typ: 'JWT', alg: 'HS256' })}.${payload}`;
      return `${signed}.${createHmac('sha256', 'secret').update(signed).digest('base64url')}`;
    },
  },
];

export interface TextAlteration {
  readonly id: string;
  readonly title: string;
  alter(text: string): string;
}

const otherDigit = (digit: string): string => String((Number(digit) + 5) % 10);

const swapCase = (text: string): string =>
  text.replace(/\p{L}/gu, letter => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()));

const fullWidth = (text: string): string =>
  text.replace(/[a-z0-9]/gi, letter => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0));

/** A letter for each of a to z, so that two names do not become one. */
const CYRILLIC = [...'абцдефгхижклмнопщрстувшыяз'];
const ACCENT = '\u0301';

const cyrillic = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[a-z]/g, letter => CYRILLIC[(letter.codePointAt(0) ?? 0) - 0x61] ?? letter)
    .replace(/^./u, first => `${first}${ACCENT}`);

/** Ways to spoil a code, a password or a signature so that it is nearly right, and to write a name otherwise. */
export const TEXT_ALTERATIONS: readonly TextAlteration[] = [
  { id: 'swapped-case', title: 'capitals for small letters and the other way round', alter: swapCase },
  { id: 'first-half', title: 'its first half', alter: text => text.slice(0, Math.ceil(text.length / 2)) },
  {
    id: 'next-number',
    title: 'a number that is one higher, or one lower where that would be longer',
    alter: text => String(Number(text) + (/^9+$/.test(text) ? -1 : 1)).padStart(text.length, '0'),
  },
  {
    id: 'other-beginning',
    title: 'a number with the same end',
    alter: text => text.replace(/^\d{3}/, digits => `${otherDigit(digits[0] ?? '0')}${digits.slice(1)}`),
  },
  {
    id: 'other-end',
    title: 'a number with the same beginning',
    alter: text => text.replace(/\d$/, otherDigit),
  },
  {
    id: 'turned',
    title: 'the same digits in another order; another number where they are all the same',
    alter: text => (/^(\d)\1*$/.test(text) ? otherDigit(text) : `${text.slice(1)}${text[0] ?? ''}`),
  },
  { id: 'full-width', title: 'its letters and digits in their full-width forms', alter: fullWidth },
  { id: 'cyrillic', title: 'Cyrillic letters for Latin ones, the first with a combining accent', alter: cyrillic },
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
