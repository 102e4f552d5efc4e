import { isUtf8 } from 'node:buffer';
import type { AttachmentStream, HeaderLines, MessageText } from 'mailparser';
import { decodeAsWritten } from './charset.ts';
import { kindOfOther, type OtherText, textOfOther } from './other-text.ts';

/** A mail in its parts. Text is as declared by its part; nothing is derived from the HTML. */
export interface ParsedMail {
  /** Header lines unfolded, in order. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly subject: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
  /** Mails attached whole. */
  readonly forwarded: readonly ParsedMail[];
  /** Why reading stopped before the end; null when it did not. */
  readonly broken: string | null;
}

const MAX_NESTING = 3;
const MAX_NESTED_BYTES = 4 * 1024 * 1024;
const MAX_ATTACHMENTS = 100;
const PATIENCE = 15_000;
const BEGINNING = 32 * 1024;
const MAX_OTHER_TEXT = 512 * 1024;

/**
 * Parses a raw message. Attachments are counted, not kept. Never rejects: a message that breaks is read as far as its
 * beginning goes, and `broken` says why.
 */
export async function parseMail(raw: Uint8Array, nesting = 0): Promise<ParsedMail> {
  const message = startingAtHeader(raw);
  const mail = await parseWhole(message, nesting);
  if (mail.broken === null || message.length <= BEGINNING) return mail;
  const beginning = await parseWhole(message.subarray(0, BEGINNING), nesting);
  return { ...beginning, broken: mail.broken };
}

/**
 * Blank lines or a byte order mark before the header would make a body of it; a text that has no header at all is
 * given the blank line that ends one.
 */
function startingAtHeader(raw: Uint8Array): Uint8Array {
  const marked = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? raw.subarray(3) : raw;
  const start = marked.findIndex(byte => byte !== 0x0d && byte !== 0x0a);
  const message = marked.subarray(Math.max(0, start));
  const top =
    Buffer.from(message.subarray(0, BEGINNING))
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^[!-9;-~]+[ \t]*:/m.test(top) ? message : Buffer.concat([Buffer.from('\r\n'), message]);
}

async function parseWhole(raw: Uint8Array, nesting: number): Promise<ParsedMail> {
  const { MailParser } = await import('mailparser');
  const options = {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    keepDeliveryStatus: true,
    // Mails inside a mail come as attachments, so that their text is never mixed with the mail's own.
    ignoreEmbedded: true,
  };
  const parser = new MailParser(options);
  const attachments: { name: string; type: string; bytes: number }[] = [];
  const nested: Promise<ParsedMail>[] = [];
  let headerLines: HeaderLines = [];
  let headers: ReadonlyMap<string, unknown> = new Map();
  let body: MessageText = { type: 'text' };
  const others: OtherText[] = [];
  parser.decoder.decodeStream = decodeAsWritten(parser.decoder.decodeStream);

  const takeAttachment = (attachment: AttachmentStream): void => {
    const isMail = attachment.contentType === 'message/rfc822' && nesting < MAX_NESTING;
    const kind = kindOfOther(attachment);
    const kept: Buffer[] = [];
    let bytes = 0;
    attachment.content.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= (isMail ? MAX_NESTED_BYTES : kind === null ? 0 : MAX_OTHER_TEXT)) kept.push(chunk);
    });
    attachment.content.on('end', () => {
      if (attachments.length < MAX_ATTACHMENTS) {
        attachments.push({ name: attachment.filename ?? '', type: attachment.contentType, bytes });
      }
      if (isMail) nested.push(parseMail(Buffer.concat(kept), nesting + 1));
      else if (kind !== null) others.push({ kind, text: textOfOther(Buffer.concat(kept)) });
      attachment.release();
    });
  };

  const broken = await new Promise<string | null>(resolve => {
    const timer = setTimeout(() => end(`It took longer than ${PATIENCE / 1000} s to read.`), PATIENCE);
    const end = (why: string | null): void => {
      clearTimeout(timer);
      resolve(why);
    };
    parser.on('headers', found => (headers = found));
    parser.on('headerLines', found => (headerLines = found));
    parser.on('data', data => {
      if (data.type === 'attachment') takeAttachment(data);
      else body = data;
    });
    parser.on('error', (error: Error) => end(error.message));
    parser.on('end', () => end(null));
    parser.end(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
  });
  parser.destroy();

  const hasText = typeof body.html === 'string' || (body.text ?? '').trim() !== '';
  const instead = (kind: OtherText['kind']): string | undefined =>
    hasText ? undefined : others.find(other => other.kind === kind)?.text;
  return {
    headers: headerLines.map(({ line }) => unfolded(line)),
    subject: stringOf(headers.get('subject')),
    from: addressesOf(headers.get('from'))[0] ?? '',
    to: addressesOf(headers.get('to')),
    text: instead('text') ?? body.text ?? '',
    html: instead('html') ?? (typeof body.html === 'string' ? body.html : null),
    attachments,
    forwarded: await Promise.all(nested),
    broken,
  };
}

/** Lines come as bytes; mails that break the rules put UTF-8 in them, others Latin-1. */
function unfolded(line: string): readonly [name: string, value: string] {
  const bytes = Buffer.from(line, 'latin1');
  const text = (isUtf8(bytes) ? bytes.toString('utf8') : line).replace(/\r?\n(?=[ \t])/g, '').trimEnd();
  const colon = text.indexOf(':');
  return colon === -1 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1).trim()];
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The addresses of a header that may occur once or often; groups are opened. */
function addressesOf(found: unknown): string[] {
  if (Array.isArray(found)) return found.flatMap(addressesOf);
  if (typeof found !== 'object' || found === null) return [];
  if ('value' in found) return addressesOf(found.value);
  if ('group' in found) return addressesOf(found.group);
  return 'address' in found && typeof found.address === 'string' && found.address !== '' ? [found.address] : [];
}
