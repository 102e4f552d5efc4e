import { CODE } from './code.ts';
import { fragments } from './fragments.ts';
import { DEAD, EXAMPLE, OLD } from './old.ts';
import { OTHER } from './other.ts';
import { ENTER, VERIFY } from './verify.ts';

/** What a word says of a number near it, or of the mail. Where two kinds meet in the same letters, the earlier wins. */
export const WORD_KINDS = ['other', 'dead', 'old', 'example', 'code', 'enter', 'verify'] as const;

export type WordKind = (typeof WORD_KINDS)[number];

/**
 * The words of a kind as fragments of regular expressions, lower case and without accents on Latin letters. They are
 * listed by language ("de nl: alte[rn]?=, oude="), parted by a comma and a space. In an alphabet a word matches from
 * its start and may go on; `*` lets it stand at the end of a compound, `=` only where the word ends.
 */
export function wordsOf(kind: WordKind): string[] {
  const lists = { other: OTHER, dead: DEAD, old: OLD, example: EXAMPLE, code: CODE, enter: ENTER, verify: VERIFY };
  return fragments(lists[kind]);
}
