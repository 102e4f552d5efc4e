import { isUtf8 } from 'node:buffer';
import type { Body } from '../../model/exchange.ts';

const EMPTY: Body = { text: '', bytes: 0, truncated: false };

/** Makes a body of bytes that were read completely, or up to where `truncated` says that reading stopped. */
export function bodyOf(bytes: Buffer, truncated = false): Body {
  if (bytes.length === 0) return truncated ? { ...EMPTY, truncated } : EMPTY;
  const whole = truncated ? withoutTornCharacter(bytes) : bytes;
  const text = whole.toString('utf8');
  if (isUtf8(whole)) return { text, bytes: bytes.length, truncated };
  return { text, bytes: bytes.length, truncated, base64: bytes.toString('base64') };
}

/** The body of a request that we send, cut at `maxBytes`. */
export function sentBody(body: Uint8Array | string | null, maxBytes: number): Body | null {
  if (body === null) return null;
  if (typeof body === 'string') {
    const bytes = Buffer.byteLength(body);
    if (bytes <= maxBytes) return { text: body, bytes, truncated: false };
  }
  const bytes =
    typeof body === 'string' ? Buffer.from(body) : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  if (bytes.length <= maxBytes) return bodyOf(bytes);
  return { ...bodyOf(bytes.subarray(0, maxBytes), true), bytes: bytes.length };
}

/** Drops a last character that the cut has torn, so that a text does not read as binary because of us. */
function withoutTornCharacter(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
    if (byte < 0x80) break;
  }
  return bytes;
}
