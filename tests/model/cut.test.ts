import { expect, test } from 'vitest';
import { cut } from '../../src/model/cut.ts';

test.each([
  ['short enough', 20, 'short enough'],
  ['ends between words', 12, 'ends …'],
  ['{"password":"correct-horse-battery/staple=="}', 30, '{"password":"…'],
  ['aVeryLongWordThatNobodyCanSplit', 10, '…'],
])('%s cut at %i', (text, length, expected) => {
  expect(cut(text, length)).toBe(expected);
});
