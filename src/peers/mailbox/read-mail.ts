import type { MailEvidence } from '../../model/mail.ts';
import { shownText } from './code/html-lines.ts';
import { type MailText, readCode } from './code/read-code.ts';
import { type ParsedMail, parseMail } from './parse-mail.ts';

/** What the mailbox knows of a mail besides its bytes. */
export interface Envelope {
  /** The mailbox's own id. */
  readonly id?: string;
  readonly from?: string | null;
  readonly to?: readonly string[];
}

/** Longer texts are cut in the evidence; the code is looked for in a longer stretch. */
const MAX_TEXT = 128 * 1024;

/**
 * Reads a raw message as evidence: headers, hops, text, attachments and the verification code with the reason why it
 * was taken. `arrivedAt` is milliseconds since the epoch. Never rejects for what a message contains.
 */
export async function readMail(raw: Uint8Array, arrivedAt: number, envelope: Envelope = {}): Promise<MailEvidence> {
  const mail = await parseMail(raw);
  const headerOf = (name: string): string | undefined => mail.headers.find(([key]) => key.toLowerCase() === name)?.[1];
  const date = Date.parse(headerOf('date') ?? '');
  return {
    id: envelope.id ?? headerOf('message-id') ?? '',
    arrivedAt,
    envelopeFrom: envelope.from ?? null,
    envelopeTo: envelope.to ?? [],
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    messageId: headerOf('message-id') ?? null,
    date: Number.isNaN(date) ? null : date,
    headers: mail.headers,
    received: mail.headers.filter(([key]) => key.toLowerCase() === 'received').map(([, value]) => value),
    text: cut(mail.text.trim() === '' && mail.html !== null ? shownText(mail.html, MAX_TEXT) : mail.text),
    html: mail.html === null ? null : cut(mail.html),
    attachments: mail.attachments,
    bytes: raw.length,
    code: codeOf(mail),
  };
}

/** The code of a mail in a file, for `schemas code`. */
export async function codeOfFile(raw: Uint8Array): Promise<MailEvidence['code']> {
  return codeOf(await parseMail(raw));
}

function codeOf(mail: ParsedMail): MailEvidence['code'] {
  const reading = readCode(textOf(mail));
  if (mail.broken === null || reading.code !== null) return reading;
  return { ...reading, why: `${reading.why} The mail could not be read to its end: ${mail.broken}` };
}

const textOf = (mail: ParsedMail): MailText => ({ ...mail, forwarded: mail.forwarded.map(textOf) });

const cut = (text: string): string => (text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}\n[… cut]`);
