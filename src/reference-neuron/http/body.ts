import type { IncomingMessage } from 'node:http';
import { brotliDecompress, gunzip, inflate, type ZlibOptions } from 'node:zlib';
import { refuse } from './reply.ts';

/** The framework's limit of 10 GB, tested against the announced length. */
const ANNOUNCED_LIMIT = 10_000_000_000;

const decoders: Readonly<
  Record<string, (bytes: Buffer, options: ZlibOptions, done: (error: Error | null, plain: Buffer) => void) => void>
> = {
  gzip: gunzip,
  deflate: inflate,
  br: brotliDecompress,
};

/**
 * Reads a request's body up to a limit in bytes, and undoes its Content-Encoding. Where the framework would spool a
 * body to disk this host, which keeps everything in memory, answers 413.
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > ANNOUNCED_LIMIT) throw tooLarge();
  const decode = decoderFor(request.headers['content-encoding']);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return decode === undefined || bytes.length === 0 ? bytes : decode(bytes, limit);
}

const tooLarge = () => refuse(413, 'Request body too large.', [], true);

function decoderFor(encoding = 'identity'): ((bytes: Buffer, limit: number) => Promise<Buffer>) | undefined {
  const name = encoding.trim().toLowerCase();
  if (name === 'identity' || name === '') return undefined;
  const decoder = decoders[name];
  if (decoder === undefined) throw refuse(415, 'Content-Encoding not supported.');
  return (bytes, limit) =>
    new Promise((resolve, reject) => {
      decoder(bytes, { maxOutputLength: limit }, (error, plain) => {
        if (error === null) resolve(plain);
        else
          reject(
            'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
              ? tooLarge()
              : refuse(400, 'Invalid encoded content.'),
          );
      });
    });
}
