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

const PATTERNS: readonly (readonly [WordKind, RegExp])[] = WORD_KINDS.map(kind => [
  kind,
  new RegExp(wordsOf(kind).map(fragment).join('|'), 'gu'),
]);

/** `*` may end a compound, `=` is a whole word; scripts that do not part words have no word ends to look for. */
function fragment(word: string): string {
  if (!new RegExp(`^\\*?\\(?\\??:?[${LETTER}]`, 'u').test(word)) return word;
  const start = word.startsWith('*') ? '' : `(?<![${LETTER}])`;
  const end = word.endsWith('=') ? `(?![${LETTER}])` : '';
  return `${start}(?:${word.replace(/^\*/, '').replace(/=$/, '')})${end}`;
}

/**
 * The labels of a line, in order; none inside what `taken` covers, nor inside a host name. Where two kinds meet in the
 * same letters the earlier in WORD_KINDS wins: "postal code" is no code, but "Bestätigungscode" is one.
 */
export function labelsIn(text: string, taken: readonly Span[]): Label[] {
  const comparable = [...text].map(sameLength).join('');
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
