import type { CodeReading } from '../../../model/mail.ts';
import { choose } from './choose.ts';
import { candidatesOf } from './evidence.ts';
import { htmlLines } from './html-lines.ts';
import type { Line } from './line.ts';
import { type ReadLine, readLine } from './read-line.ts';
import { withRegions } from './regions.ts';
import { textLines } from './text-lines.ts';

/** What of a mail can hold a code. `forwarded` are the mails attached to it whole. */
export interface MailText {
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly forwarded: readonly MailText[];
}

/** Longer bodies are read up to here. */
const MAX_BODY = 1024 * 1024;

/**
 * Finds the verification code of a mail: 4 to 10 digits, six preferred, by what the words around a number say of it.
 * Dates, amounts, tickets, phone numbers, footers and quoted replies are no codes. Between equals it takes none.
 */
export function readCode(mail: MailText): CodeReading {
  const parts = partsOf(mail, false);
  const cue = cueOf(parts.flat());
  return choose(parts.flatMap(lines => candidatesOf(lines, cue)));
}

function partsOf(mail: MailText, forwarded: boolean): ReadLine[][] {
  const own = [
    textLines(mail.subject, 'subject'),
    withRegions(textLines(mail.text.slice(0, MAX_BODY), 'text'), mail.subject),
    withRegions(mail.html === null ? [] : htmlLines(mail.html, MAX_BODY), mail.subject),
  ].map(lines => joinedDigits(lines).map(line => readLine(forwarded ? asForwarded(line) : line)));
  return [...own, ...mail.forwarded.flatMap(each => partsOf(each, true))];
}

const asForwarded = (line: Line): Line => (line.region === 'body' ? { ...line, region: 'forwarded' } : line);

/** Whether the mail is about a code or about verifying at all, wherever it says so. */
function cueOf(lines: readonly ReadLine[]): readonly [number, string] | null {
  const kinds = new Set(
    lines.filter(({ line }) => line.region !== 'quoted').flatMap(({ labels }) => labels.map(label => label.kind)),
  );
  if (kinds.has('code')) return [2, 'the message speaks of a code'];
  return kinds.has('verify') ? [1, 'the message is about verifying'] : null;
}

/** Digits on lines of their own, one below the other, are one number. */
function joinedDigits(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  let run: Line[] = [];
  const flush = (): void => {
    const digits = run.filter(line => line.text.trim() !== '');
    const [first] = digits;
    if (first !== undefined && digits.length >= 4)
      joined.push({ ...first, text: digits.map(line => line.text.trim()).join(' ') });
    else joined.push(...run);
    run = [];
  };
  for (const line of lines) {
    const single = /^\s*\d\s*$/.test(line.text);
    if (!single && (line.text.trim() !== '' || run.length === 0)) flush();
    if (single || run.length > 0) run.push(line);
    else joined.push(line);
  }
  flush();
  return joined;
}
