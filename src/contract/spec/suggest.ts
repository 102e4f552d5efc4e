import { closest, distance } from 'fastest-levenshtein';

/** ` Did you mean "x"?` when one of the words is near what was typed, else nothing. */
export function suggest(typed: string, words: readonly string[]): string {
  if (words.length === 0) return '';
  const near = closest(typed, words);
  return distance(typed.toLowerCase(), near.toLowerCase()) <= Math.max(2, typed.length / 3)
    ? ` Did you mean "${near}"?`
    : '';
}
