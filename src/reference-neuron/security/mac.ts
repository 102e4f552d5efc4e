import { createHmac, timingSafeEqual } from 'node:crypto';

/** HMAC-SHA-256 of UTF-8 text under a UTF-8 key, in base64: how the Agent API signs requests. */
export const macOf = (key: string, text: string): string =>
  createHmac('sha256', key).update(text, 'utf8').digest('base64');

/** Compares two MACs in a time that does not depend on where they differ. */
export function sameMac(expected: string, given: string): boolean {
  const a = Buffer.from(expected);
  const b = Buffer.from(given);
  return a.length === b.length && timingSafeEqual(a, b);
}
