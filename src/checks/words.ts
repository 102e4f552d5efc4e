import { cut } from '../model/cut.ts';
import type { MailEvidence } from '../model/mail.ts';

/** The first line of a text for a message, in quotes; bounded, control characters shown as spaces. */
export function excerpt(text: string, length = 160): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (line === '') return 'an empty body';
  return `"${cut(line, length)}"`;
}

/** `The mail "Verification code"`, `The SMS`. */
export const nameOf = ({ medium, subject }: MailEvidence): string =>
  medium === 'sms' ? 'The SMS' : `The mail "${subject}"`;

/** `1.2 s`, `340 ms`. */
export const span = (milliseconds: number): string =>
  Math.abs(milliseconds) >= 1000 ? `${(milliseconds / 1000).toFixed(1)} s` : `${Math.round(milliseconds)} ms`;
