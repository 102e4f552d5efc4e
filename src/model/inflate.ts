import type { Buffer } from 'node:buffer';
import { gunzipSync, inflateSync } from 'node:zlib';

const MAX_INFLATED = 4 * 1024 * 1024;

/** Bytes that are gzip or zlib, inflated up to 4 MiB; undefined for all others. */
export function inflate(bytes: Buffer): Buffer | undefined {
  try {
    if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes, { maxOutputLength: MAX_INFLATED });
    if (bytes[0] === 0x78) return inflateSync(bytes, { maxOutputLength: MAX_INFLATED });
  } catch {
    // Not compressed after all, or cut off: the bytes themselves are looked at.
  }
  return undefined;
}
