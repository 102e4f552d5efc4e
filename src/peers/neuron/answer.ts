import type { Answer, TransportFailure } from '../../model/exchange.ts';
import { header } from '../../model/exchange.ts';
import { bodyOf } from './body.ts';
import { type Decoded, decode } from './decode.ts';
import { jsonValue } from './json-value.ts';
import type { Received } from './reception.ts';

export interface Read {
  /** Null when not even a status line came. */
  readonly answer: Answer | null;
  /** What is wrong with the body itself: too large, or a coding that cannot be undone. */
  readonly failure: TransportFailure | null;
}

/** Reads what came over the wire as an answer: decoded within `maxBytes`, and parsed where it is JSON. */
export async function readAnswer(received: Received, what: string, maxBytes: number): Promise<Read> {
  const { status, headers } = received;
  if (status === 0) return { answer: null, failure: null };
  const coding = header(headers, 'content-encoding');
  const plain: Decoded = { bytes: received.bytes, truncated: received.tooLarge, problem: null };
  const decoded =
    coding === undefined || plain.bytes.length === 0 ? plain : await decode(plain.bytes, coding, maxBytes);
  const truncated = received.tooLarge || decoded.truncated;
  const body = bodyOf(decoded.bytes, truncated);
  const value = truncated || body.base64 !== undefined ? undefined : jsonValue(body.text, headers);
  return {
    answer: value === undefined ? { status, headers, body } : { status, headers, body, value },
    failure: bodyFailure(decoded, truncated, received, what, maxBytes),
  };
}

function bodyFailure(
  decoded: Decoded,
  truncated: boolean,
  received: Received,
  what: string,
  maxBytes: number,
): TransportFailure | null {
  if (truncated) {
    const message = `The answer to ${what} is larger than ${maxBytes} bytes; reading stopped there (maxBytes raises the bound).`;
    return { kind: 'too-large', message };
  }
  // What broke off on the wire cannot be decoded to its end either: that is one failure, and the wire's.
  if (decoded.problem === null || received.error !== null) return null;
  return { kind: 'protocol', message: `The body of the answer to ${what} cannot be read: ${decoded.problem}.` };
}
