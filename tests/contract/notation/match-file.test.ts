import { expect, test } from 'vitest';
import { matchCases } from '../../../src/contract/notation/index.ts';
import { NOW } from './match-table.ts';

test('each entry is answered by one boolean', () => {
  const cases = [
    { pattern: '{"a":Required(Str(X))}', value: { a: 'x' } },
    { pattern: '{"a":Required(Str(X))}', value: null },
    { pattern: 'Date(X)', value: 'unknown is no match', why: 'other members do not matter' },
    { pattern: 'DateTime(X)', value: -9e9 },
  ];
  expect(matchCases(cases, NOW)).toEqual([true, false, false, false]);
  expect(matchCases([], NOW)).toEqual([]);
});

test.each([
  [{ pattern: 'X', value: 1 }, 'Expected a JSON array of {"pattern", "value"} objects.'],
  [[null], 'Entry 0 of the array has no "pattern" that is a string.'],
  [
    [
      { pattern: 'X', value: 1 },
      { pattern: 5, value: 1 },
    ],
    'Entry 1 of the array has no "pattern" that is a string.',
  ],
  [[{ pattern: 'X' }], 'Entry 0 of the array has no "value".'],
  [
    [{ pattern: '{"a":', value: 1 }],
    'Entry 0 of the array: The notation cannot be read at 1:6: expected a pattern, got the end of the text.',
  ],
])('%j is refused with a sentence', (input, message) => {
  expect(() => matchCases(input, NOW)).toThrow(new Error(message));
});
