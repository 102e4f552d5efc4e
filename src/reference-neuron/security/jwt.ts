import { createHmac, timingSafeEqual } from 'node:crypto';

export type Claims = Readonly<Record<string, unknown>>;

/** A JSON Web Token taken apart; nothing about it has been verified. */
export interface Jwt {
  /** The token as it came. */
  readonly text: string;
  /** The three segments, still base64url. */
  readonly header: string;
  readonly payload: string;
  readonly signature: string;
  readonly algorithm: string | null;
  readonly type: string | null;
  readonly claims: Claims;
}

const SEGMENT = /^[A-Za-z0-9_-]*$/;

/** Signs with HMAC-SHA-256, whatever the header says of the algorithm. */
export function signJwt(header: Claims, claims: Claims, secret: Uint8Array): string {
  const signed = `${encoded(header)}.${encoded(claims)}`;
  return `${signed}.${mac(signed, secret)}`;
}

/** Takes a token apart; undefined when it is none. */
export function parseJwt(text: string): Jwt | undefined {
  const [header, payload, signature, ...rest] = text.split('.');
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) return undefined;
  const head = decoded(header);
  const claims = decoded(payload);
  if (head === undefined || claims === undefined || !SEGMENT.test(signature)) return undefined;
  return { text, header, payload, signature, algorithm: word(head.alg), type: word(head.typ), claims };
}

export function hasGoodSignature(jwt: Jwt, secret: Uint8Array): boolean {
  const expected = Buffer.from(mac(`${jwt.header}.${jwt.payload}`, secret));
  const given = Buffer.from(jwt.signature);
  return expected.length === given.length && timingSafeEqual(expected, given);
}

const mac = (text: string, secret: Uint8Array): string => createHmac('sha256', secret).update(text).digest('base64url');

const encoded = (value: Claims): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const word = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function decoded(segment: string): Claims | undefined {
  if (segment === '' || !SEGMENT.test(segment)) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
    return isClaims(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isClaims = (value: unknown): value is Claims =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
