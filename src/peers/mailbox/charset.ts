import { isUtf8 } from 'node:buffer';
import { PassThrough, Transform } from 'node:stream';
import type { DecodeStream } from 'mailparser';

declare module 'mailparser' {
  type DecodeStream = (charset: string) => NodeJS.ReadWriteStream;
  interface MailParser {
    /** Turns the bytes of a text into UTF-8; throws for a charset it does not know. */
    decoder: { decodeStream: DecodeStream };
  }
}

const UTF16 = /^(?:(?:cs)?unicode$|(?:cs|iso-10646-)?ucs-?2|utf-?16)/i;

/**
 * Decodes texts as they are written, where that can be told for certain, before it believes their label: a byte order
 * mark, the byte order of UTF-16 without one, UTF-8 under another name. The rest is left to `labelled`.
 */
export const decodeAsWritten =
  (labelled: DecodeStream): DecodeStream =>
  charset => {
    const utf16 = UTF16.test(charset);
    const known = utf16 ? null : labelled(charset);
    const decoded = async (bytes: Buffer): Promise<Buffer> => {
      const name = marked(bytes) ?? (utf16 ? byteOrder(bytes, charset) : isOtherwiseUtf8(bytes) ? 'utf-8' : null);
      if (name !== null) return Buffer.from(new TextDecoder(name).decode(bytes));
      return known === null ? bytes : through(known, bytes);
    };
    const kept: Buffer[] = [];
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        kept.push(chunk);
        done();
      },
      flush(done) {
        decoded(Buffer.concat(kept)).then(
          text => done(null, text),
          error => done(error),
        );
      },
    });
  };

/** The encoding that a byte order mark names. UTF-32 begins like UTF-16 and is left to its label. */
function marked(bytes: Buffer): string | null {
  const start = bytes.toString('hex', 0, 4);
  if (start.startsWith('efbbbf')) return 'utf-8';
  if (start.startsWith('feff')) return 'utf-16be';
  return start.startsWith('fffe') && start !== 'fffe0000' ? 'utf-16le' : null;
}

/** What the label says; else the side on which the zero bytes of spaces and line ends stand; else big endian (RFC 2781). */
function byteOrder(bytes: Buffer, charset: string): string {
  const [, named] = /(be|le)$/i.exec(charset) ?? [];
  if (named !== undefined) return `utf-16${named.toLowerCase()}`;
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  return (zeros[1] ?? 0) > (zeros[0] ?? 0) ? 'utf-16le' : 'utf-16be';
}

/** Bytes beyond ASCII that make valid UTF-8 are hardly ever anything else. */
const isOtherwiseUtf8 = (bytes: Buffer): boolean => bytes.some(byte => byte > 0x7f) && isUtf8(bytes);

async function through(stream: NodeJS.ReadWriteStream, bytes: Buffer): Promise<Buffer> {
  const decoded: Buffer[] = [];
  const output = stream.pipe(new PassThrough());
  stream.on('error', error => output.destroy(error));
  stream.end(bytes);
  for await (const chunk of output) decoded.push(Buffer.from(chunk));
  return Buffer.concat(decoded);
}
