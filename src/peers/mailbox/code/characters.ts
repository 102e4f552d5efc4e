/**
 * Characters that no reader sees: zero-width, soft hyphen, joiners, bidi controls, variation selectors, keycaps, NUL.
 * Inside the digits of a code they would split it.
 */
const INVISIBLE = /(?!\s)[\p{Default_Ignorable_Code_Point}\p{Cc}]|\ufeff|\u20e3/gu;

/** Spaces that hold together what stands on both sides. */
const GLUE = /[\u00a0\u2007\u202f]/g;
const SPACES = /[\u1680\u2000-\u200a\u205f\u3000]/g;

const HYPHENS = /[\u2010\u2011\ufe63\uff0d]/g;

/** Stands for a space that glues, after `plain`. */
export const GLUED = '\u00a0';

/** Text as a reader sees it: decimal digits of every script as 0-9, invisible characters gone, few kinds of space. */
export function plain(text: string): string {
  return reversedRuns(text)
    .replace(INVISIBLE, '')
    .replace(GLUE, GLUED)
    .replace(SPACES, ' ')
    .replace(HYPHENS, '-')
    .replace(/\p{Nd}/gu, asciiDigit);
}

/** Unicode keeps decimal digits in runs of ten, zero first, so the digit is its distance to the start of the run. */
function asciiDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit;
  const point = digit.codePointAt(0) ?? 0;
  let first = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
  return String((point - first) % 10);
}

/** A right-to-left override shows its run backwards, digits too; what is read must be what is seen. */
const reversedRuns = (text: string): string =>
  text.replace(/\u202e([^\u202a-\u202e\n]*)\u202c?/g, (_, run: string) => [...run].reverse().join(''));

/** Latin letters that are more than a letter and an accent. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  ß: 's',
  æ: 'a',
};

/** For comparing words: lower case, and Latin letters without their accents. */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[đðħıłøßæ]/g, letter => PLAIN_LETTERS[letter] ?? letter);
