import { folded } from './characters.ts';
import { LETTER } from './shapes.ts';
import { WORD_KINDS, type WordKind, wordsOf } from './words/words.ts';

/** A stretch of a line. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A word that says what a number near it is. */
export interface Label extends Span {
  readonly kind: WordKind;
}

/** Whether a word is in an alphabet that parts words; other scripts have no word ends to look for. */
const IN_ALPHABET = new RegExp(`^\\*?\\(?\\??:?[${LETTER}]`, 'u');

/** One expression for each kind. What all words of a sort have in common is looked at once, not once for each word. */
const PATTERNS: readonly (readonly [WordKind, RegExp])[] = WORD_KINDS.map(kind => {
  const alphabetic = wordsOf(kind).filter(word => IN_ALPHABET.test(word));
  const bare = (word: string): string => word.replace(/^\*/, '').replace(/=$/, '');
  const any = (words: readonly string[]): string => `(?:${words.map(bare).join('|')})`;
  const sorts = (words: readonly string[]): string => {
    const [whole, open] = [words.filter(word => word.endsWith('=')), words.filter(word => !word.endsWith('='))];
    return [whole.length > 0 ? `${any(whole)}(?![${LETTER}])` : '', open.length > 0 ? any(open) : '']
      .filter(Boolean)
      .join('|');
  };
  const parts = [
    `(?<![${LETTER}])(?:${sorts(alphabetic.filter(word => !word.startsWith('*')))})`,
    sorts(alphabetic.filter(word => word.startsWith('*'))),
    wordsOf(kind)
      .filter(word => !IN_ALPHABET.test(word))
      .join('|'),
  ];
  return [kind, new RegExp(parts.filter(Boolean).join('|'), 'gu')];
});

/**
 * The labels of a line, in order; none inside what `taken` covers, nor inside a host name. Where two kinds meet in the
 * same letters the earlier in WORD_KINDS wins: "postal code" is no code, but "Bestätigungscode" is one.
 */
export function labelsIn(text: string, taken: readonly Span[]): Label[] {
  const comparable =
    text.toLowerCase().length === text.length ? text.toLowerCase().replace(/[^\0-\x7f]/gu, sameLength) : text;
  const found: Label[] = [];
  for (const [kind, pattern] of PATTERNS) {
    for (const match of comparable.matchAll(pattern)) {
      const span = { from: match.index, to: match.index + match[0].length };
      if (![...found, ...taken].some(each => overlap(each, span)) && !inHostName(text, span))
        found.push({ kind, ...span });
    }
  }
  return found.map(label => ({ ...label, to: endOfWord(comparable, label.to) })).sort((a, b) => a.from - b.from);
}

const overlap = (a: Span, b: Span): boolean => a.from < b.to && a.to > b.from;

const inHostName = (text: string, { from, to }: Span): boolean =>
  /[\p{L}\d][.@]$/u.test(text.slice(0, from)) || /^[.@][\p{L}\d]/u.test(text.slice(to));

function endOfWord(text: string, from: number): number {
  const rest = new RegExp(`[${LETTER}]{0,20}`, 'uy');
  rest.lastIndex = from;
  return from + (rest.exec(text)?.[0].length ?? 0);
}

/** Folding one character at a time keeps positions; the few that would change length stay as they are. */
function sameLength(character: string): string {
  const result = folded(character);
  return result.length === character.length ? result : character;
}
