import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

export interface Decoded {
  readonly bytes: Buffer;
  /** True when the bound was met and the rest was not decoded. */
  readonly truncated: boolean;
  /** Why the bytes could not be decoded to their end; null when they could. */
  readonly problem: string | null;
}

/** An answer with more codings than this is an attack on its reader. */
const MAX_CODINGS = 2;

/**
 * Undoes the content codings of a body (`gzip`, `deflate`, `br`; the header's value, last applied coding last), never
 * producing more than `maxBytes`. What was decoded before a problem is kept; an unknown coding leaves the bytes as they are.
 */
export async function decode(bytes: Buffer, codings: string, maxBytes: number): Promise<Decoded> {
  const names = codings
    .toLowerCase()
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '' && name !== 'identity');
  if (names.length > MAX_CODINGS)
    return { bytes, truncated: false, problem: `it carries ${names.length} codings (${codings})` };
  let decoded: Decoded = { bytes, truncated: false, problem: null };
  for (const name of names.reverse()) {
    const decoder = decoderFor(name, decoded.bytes);
    if (decoder === null) return { ...decoded, problem: `its coding "${name}" is none of gzip, deflate and br` };
    decoded = await inflate(decoder, decoded.bytes, maxBytes);
    if (decoded.problem !== null) return { ...decoded, problem: `it is not valid ${name} (${decoded.problem})` };
    if (decoded.truncated) return decoded;
  }
  return decoded;
}

function decoderFor(coding: string, bytes: Buffer): Transform | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      // RFC 9110 means zlib; some servers send raw deflate. A zlib header has 8 in its low nibble.
      return ((bytes[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    default:
      return null;
  }
}

function inflate(decoder: Transform, bytes: Buffer, maxBytes: number): Promise<Decoded> {
  return new Promise(resolve => {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (truncated: boolean, problem: string | null) => {
      resolve({ bytes: Buffer.concat(chunks), truncated, problem });
      decoder.destroy();
    };
    decoder.on('data', (chunk: Buffer) => {
      const room = maxBytes - size;
      if (chunk.length <= room) {
        chunks.push(chunk);
        size += chunk.length;
        return;
      }
      chunks.push(chunk.subarray(0, room));
      size = maxBytes;
      end(true, null);
    });
    decoder.on('end', () => end(false, null));
    decoder.on('error', error => end(false, error.message));
    decoder.end(bytes);
  });
}
