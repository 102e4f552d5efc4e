import { expect } from 'vitest';
import { matchPattern, parsePattern } from '../../../src/contract/notation/index.ts';

export const NOW = new Date('2026-11-21T12:00:00Z');

const LETTERS = { match: 'M', 'no-match': '-', unknown: '?', exception: '!' } as const;

/**
 * Compares outcomes of one pattern with what the engine answers: each value stands under its letter. M is a match, `-`
 * none, `!` an exception, `?` a construct that the engine cannot match.
 */
export function expectOutcomes(
  text: string,
  expected: Partial<Record<'M' | '-' | '!' | '?', readonly unknown[]>>,
): void {
  const pattern = parsePattern(text, { lenient: true });
  const found: Record<string, unknown[]> = {};
  for (const [letter, values] of Object.entries(expected)) {
    found[letter] ??= [];
    for (const value of values) {
      const outcome = LETTERS[matchPattern(pattern, value, { now: NOW }).outcome];
      found[outcome] ??= [];
      found[outcome].push(value);
    }
  }
  expect(found, text).toEqual(expected);
}
