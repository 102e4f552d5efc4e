/** Digits of the longest number that E.164 allows, and of the shortest that a gateway is handed. */
const DIGITS = /^\d{5,15}$/;

/**
 * A phone number in E.164 form, `+46701234567`, however it was written: with blanks, dots, hyphens or brackets, with
 * the trunk zero in brackets, as `tel:` link, or with 00 or nothing in the place of the plus. Null when it is none.
 */
export function e164(written: string): string | null {
  const digits = written
    .trim()
    .replace(/^tel:/i, '')
    .replace(/\(0\)/g, '')
    .replace(/[\s().\-/\u2010-\u2015]/g, '')
    .replace(/^(?:\+|00)/, '');
  return DIGITS.test(digits) ? `+${digits}` : null;
}
