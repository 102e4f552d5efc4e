import type { Span } from './labels.ts';

/**
 * Brackets part what they hold from the sentence around them: in "your code for alice (account 77889900) is 815228"
 * neither number can have the other's word. Brackets around nothing but a number do not count.
 */
export function bracketed(line: string): Span[] {
  return [...line.matchAll(/\([^()]{1,300}\)|\[[^[\]]{1,300}\]|（[^（）]{1,300}）/g)]
    .filter(([text]) => /\p{L}/u.test(text))
    .map(match => ({ from: match.index, to: match.index + match[0].length }));
}

/**
 * Whether a word and a number can belong together: in the same brackets, or on both sides of one bracket when no number
 * outside it (`free`) could have the word.
 */
export function inReach(
  brackets: readonly Span[],
  label: Span,
  number: Span,
  line: string,
  free: () => readonly Span[],
): boolean {
  const around = (span: Span): Span | undefined => brackets.find(each => each.from <= span.from && span.to <= each.to);
  if (around(label) === around(number)) return true;
  const gap = line.slice(Math.min(label.to, number.to), Math.max(label.from, number.from));
  return /^\s*[([（]\s*$/.test(gap) && !free().some(each => around(each) === around(label));
}

/** The text between two places without what stands in brackets and without addresses, which a reader passes over. */
export const passedOver = (gap: string): string =>
  gap.replace(/\([^()]*\)|\[[^[\]]*\]|（[^（）]*）/g, ' ').replace(/\S{1,64}@\S{1,255}|[a-z]+:\/\/\S+/giu, ' ');
