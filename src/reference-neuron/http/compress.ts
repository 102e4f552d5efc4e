import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { quality } from './negotiate.ts';
import type { Wire } from './wire.ts';

const SMALLEST = 128;
const ENCODERS = { br: brotliCompressSync, gzip: gzipSync, deflate: deflateSync };

/** Compresses an answer that is large enough, where the caller allows it. */
export function compressed(wire: Wire, acceptEncoding: string | string[] | undefined): Wire {
  const accepted = String(acceptEncoding ?? '');
  if (accepted === '' || wire.body.length < SMALLEST || wire.length !== undefined) return wire;
  const found = Object.entries(ENCODERS).find(([name]) => accepted.includes(name) && quality(accepted, name) > 0);
  if (found === undefined) return wire;
  const [name, encode] = found;
  return {
    ...wire,
    headers: [...wire.headers, ['Content-Encoding', name], ['Vary', 'Accept-Encoding']],
    body: encode(wire.body),
  };
}
