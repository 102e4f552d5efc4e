import { isObject, type Json, type JsonObject } from '../../model/json.ts';

/** A token taken apart; its signature is the host's secret and is not checked. Source: RFC 7519, RFC 7515. */
export interface Token {
  readonly header: JsonObject;
  readonly claims: JsonObject;
}

const part = (text: string | undefined): JsonObject | null => {
  if (text === undefined || !/^[\w-]+$/.test(text)) return null;
  try {
    const value: Json = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
};

/** Null when the text is not three base64url parts whose first two are JSON objects. */
export function decodeToken(text: Json | undefined): Token | null {
  if (typeof text !== 'string') return null;
  const parts = text.split('.');
  const [header, claims] = [part(parts[0]), part(parts[1])];
  return parts.length === 3 && parts[2] !== '' && header !== null && claims !== null ? { header, claims } : null;
}

/** The token of an answer, wherever an endpoint that issues one puts it. */
export function tokenOf(value: Json | undefined): Json | undefined {
  if (!isObject(value)) return undefined;
  if (value.jwt !== undefined) return value.jwt;
  return isObject(value.AccountCreated) ? value.AccountCreated.jwt : undefined;
}

/** The object of an answer that holds `jwt` and `expires`. */
export const sessionOf = (value: Json | undefined): JsonObject | undefined =>
  isObject(value) ? (isObject(value.AccountCreated) ? value.AccountCreated : value) : undefined;
