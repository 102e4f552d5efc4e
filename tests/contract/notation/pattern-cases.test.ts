import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { matchCases } from '../../../src/contract/notation/index.ts';

interface Case {
  readonly pattern: string;
  readonly value: unknown;
  readonly matches: boolean;
  readonly why: string;
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL('../../data/pattern-cases.json', import.meta.url), 'utf8'),
);
const NOW = new Date('2026-11-21T12:00:00Z');

test('every case read out of the engine matches or fails as it does there', () => {
  const answers = matchCases(cases, NOW);
  const wrong = cases.filter((one, index) => answers[index] !== one.matches);
  expect(cases).toHaveLength(130);
  expect(wrong).toEqual([]);
});
