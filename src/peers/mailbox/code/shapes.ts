/** A way of writing numbers that no code is written in. */
export interface Shape {
  readonly name: string;
  readonly pattern: RegExp;
  /** What a pattern alone cannot tell. */
  readonly test?: (match: string) => boolean;
}

const MONEY =
  '[$€£¥₹₽₩₺₴₪฿₫₱]|\\b(?:USD|EUR|GBP|SEK|NOK|DKK|CHF|JPY|CNY|INR|RUB|PLN|CZK|HUF|TRY|BRL|[Kk]r|zł|Kč|Ft|Rs)(?![\\p{L}\\d])\\.?';
const UNIT =
  'px|pt|em|rem|[kmgt]i?b|bytes?|k?bps|[kmc]?m|kg|g|ms|s|secs?|seconds?|sekunder|sekunden|secondes?|segundos|secondi|mins?|minutes?|minuter|minuten|minutos|minuti|hours?|days?|miles|users|people|times|°';
/** Letters of alphabets that part words with spaces. */
export const LETTER = '\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}';

const digitsIn = (text: string): number => text.replace(/\D/g, '').length;

/**
 * Earlier ones are taken out of a line before later ones look at it. Every pattern is linear: no repeat stands inside
 * a repeat over the same characters.
 */
export const SHAPES: readonly Shape[] = [
  {
    name: 'the address of a page',
    pattern: /\b(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.|mailto:|tel:|xmpp:|iotid:|cid:)[^\s<>"]+/giu,
  },
  { name: 'an e-mail address', pattern: /[^\s@<>()[\],;:"]{1,64}@[^\s@<>()[\],;:"]{1,255}/gu },
  { name: 'the address of a page', pattern: /\b(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,18}(?::\d+)?\/[^\s<>"]*/giu },
  { name: 'a colour', pattern: /\b(?:rgb|hsl)a?\([^)]{0,40}\)|\b0x[0-9a-f]+\b|#(?=[0-9]{0,7}[a-f])[0-9a-f]{3,8}\b/giu },
  { name: 'a network address', pattern: /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b/gu },
  {
    name: 'a date',
    pattern: /(?<!\d)(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?Z?)?(?!\d)/gu,
  },
  { name: 'a date', pattern: /(?<![\d.])\d{1,2}([-/.])\s?\d{1,2}\1\s?(?:\d{4}|\d{2})(?!\d)/gu, test: isDayAndMonth },
  { name: 'a date', pattern: /\d{2,4}\s?[年년]\s?\d{1,2}\s?[月월](?:\s?\d{1,2}\s?[日일])?/gu },
  {
    name: 'a date',
    pattern:
      /(?<!\d)\d{1,2}(?:st|nd|rd|th|\.|º|er)?\s(?:de\s|of\s)?\p{L}{3,15}\.?,?\s(?:de\s|del\s)?(?:19|20)\d{2}(?!\d)/giu,
  },
  { name: 'a date', pattern: /\p{L}{3,15}\.?\s\d{1,2}(?:st|nd|rd|th)?,\s(?:19|20)\d{2}(?!\d)/giu },
  {
    name: 'a year',
    pattern:
      /(?:©|\(c\)|copyright)\s?(?:\p{L}+\s)?(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)?\d{2,4})?|(?<!\d)(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}(?!\d)/giu,
  },
  { name: 'a time', pattern: /(?<![\d:])\d{1,2}[:h]\d{2}(?::\d{2})?(?:[.,]\d+)?(?!\d)/giu },
  {
    name: 'an amount of money',
    pattern: new RegExp(`(?:${MONEY})\\s?\\d[\\d.,'’\\u00a0]{0,20}(?: \\d{3}){0,3}`, 'gu'),
  },
  {
    name: 'an amount of money',
    pattern: new RegExp(`(?<![${LETTER}\\d])\\d[\\d.,'’\\u00a0]{0,20}(?: \\d{3}){0,3}\\s?(?:${MONEY}|元|円|원)`, 'gu'),
  },
  { name: 'a percentage', pattern: /\d[\d.,]{0,12}\s?[%‰]/gu },
  { name: 'a phone number', pattern: /(?<![\d\p{L}])(?:\+|00)\d(?:[\s().\-/]{0,3}\d){6,14}/gu },
  { name: 'a phone number', pattern: /\(\+?\d{1,5}\)(?:[\s.\-/]{0,2}\d){5,11}/gu },
  { name: 'a phone number', pattern: /(?<!\d)(?:1[-. ])?\d{3}[-. ]\d{3}[-. ]\d{4}(?!\d)/gu },
  {
    name: 'a phone number',
    pattern: /(?<!\d)0\d{1,4}(?:\s?[-/]\s?|\s)\d{2,8}(?:[\s-]\d{2,5}){0,4}(?!\d)/gu,
    test: text => digitsIn(text) >= 8,
  },
  {
    name: 'a number in groups, as of a card',
    pattern: /(?<!\d)\d{4}(?:[ \-\u00a0]\d{4}){2,4}(?!\d)|\b[A-Z]{2}\d{2}(?: [A-Z0-9]{4}){2,7}(?: [A-Z0-9]{1,3})?\b/gu,
  },
  { name: 'the end of a masked number', pattern: /(?:[*•xX]{2,}[ -]?)\d{2,8}(?!\d|[ ]?[*•])|…\d{2,6}(?!\d)/gu },
  { name: 'a registration number', pattern: /(?<!\d)(?:\d{6}|\d{8})[-–]\d{4}(?!\d)/gu },
  { name: 'a version', pattern: /\bv?\d+(?:\.\d+){2,}\b|\bv\d+(?:\.\d+)*\b/giu },
  {
    name: 'a number with separators',
    pattern: /(?<![\d.,])\d{1,3}(?:[.,'’]\d{3})+(?:[.,]\d+)?(?!\d)|(?<![\d.,])\d+[.,]\d{1,2}(?!\d)/gu,
  },
  { name: 'an identifier', pattern: new RegExp(`[${LETTER}\\d]+(?:[-_/.][${LETTER}\\d]+)*`, 'gu'), test: isIdentifier },
  {
    name: 'one number over another',
    pattern: /(?<!\d)\d{1,10}\s?[/×]\s?\d{1,10}(?!\d)|(?<!\d)\d{2,5}x\d{2,5}(?!\d)/gu,
  },
  {
    name: 'a postal code',
    pattern: /\b[A-Z]{1,2}-(?:\d{4,5}|\d{3}\s\d{2})\b|\b[A-Z]{2}-\d{6}\b|(?<!\d)\d{5}-\d{4}(?!\d)/gu,
  },
  {
    name: 'an amount',
    pattern: new RegExp(
      `(?<![${LETTER}\\d.,])\\d[\\d\\u00a0]{0,12}(?: \\d{3}){0,2}\\s?(?:${UNIT})(?![\\p{L}\\d])`,
      'gu',
    ),
  },
];

/** `48-29-13` is no date. */
function isDayAndMonth(text: string): boolean {
  const [a = 0, b = 0] = text.split(/\D+/).map(Number);
  return Math.min(a, b) <= 12 && Math.max(a, b) <= 31 && Math.min(a, b) > 0;
}

/**
 * Letters and digits in one word: INV-2026-0042, A1B2C3. A single capital before a hyphen (G-482913) is how some
 * senders mark their codes, and letters after one (482913-as, 482913.Do) are an ending or the next sentence.
 */
function isIdentifier(text: string): boolean {
  if (!/\d/.test(text) || /^\d+$/.test(text)) return false;
  if (/^[A-Z]-\d{4,10}$/.test(text) || /^\d{4,10}(?:-\p{Ll}+|\.\p{L}+)$/u.test(text)) return false;
  return /\p{L}|_|\/|\./u.test(text);
}
