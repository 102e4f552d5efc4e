import { LETTER, SHAPES } from './shapes.ts';

/** A number in a line: one that could be a code, or (`shape`) one that is written as something else. */
export interface Found {
  /** ASCII digits, leading zeros kept. */
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** What it is instead of a code; null when it may be one. */
  readonly shape: string | null;
  /** Marked by `#` or `№`, as numbers of tickets are. */
  readonly hash: boolean;
}

const GAP = '[ \\t\\u00a0]{1,3}|[ \\t\\u00a0]{0,3}[-–·•][ \\t\\u00a0]{0,3}';

/** Digits in one run, one by one, or in groups of the same size. No-break spaces hold any groups together. */
const RUN = new RegExp(
  [
    `\\d(?:(?:${GAP})\\d(?!\\d)){3,9}`,
    '\\d+(?:\\u00a0\\d+)+',
    '\\d{2}([ \\t\\-–·.])\\d{2}\\1\\d{2}',
    `\\d{3}(?:${GAP})\\d{3}(?:(?:${GAP})\\d{3})?`,
    `\\d{4}(?:${GAP})\\d{4}`,
    '\\d+',
  ]
    .map(each => `(?<!\\d)${each}(?!\\d)`)
    .join('|'),
  'gu',
);
const ENDS_IN_WORD = new RegExp(`[${LETTER}_+]$`, 'u');
const STARTS_IN_WORD = new RegExp(`^[${LETTER}_]`, 'u');

/** The numbers of a line, in order. */
export function numbersIn(line: string): Found[] {
  if (!/\d/.test(line)) return [];
  const found: Found[] = [];
  let rest = line;
  for (const { name, pattern, test } of SHAPES) {
    rest = rest.replace(pattern, (match: string, ...more: unknown[]) => {
      const from = more.find(each => typeof each === 'number') ?? 0;
      if (test !== undefined && !test(match)) return match;
      for (const run of match.matchAll(/\d{4,10}/g)) {
        found.push({
          digits: run[0],
          from: from + run.index,
          to: from + run.index + run[0].length,
          shape: name,
          hash: false,
        });
      }
      if (!/\d{4}/.test(match)) found.push({ digits: '', from, to: from + match.length, shape: name, hash: false });
      return '\u0001'.repeat(match.length);
    });
  }
  for (const run of rest.matchAll(RUN)) {
    const digits = run[0].replace(/\D/g, '');
    const [from, to] = [run.index, run.index + run[0].length];
    if (digits.length < 4 || digits.length > 10) continue;
    const before = rest.slice(0, from);
    const inWord = ENDS_IN_WORD.test(before) || STARTS_IN_WORD.test(rest.slice(to));
    found.push({ digits, from, to, shape: inWord ? 'part of a word' : null, hash: /[#№]\s?$/.test(before) });
  }
  return found.sort((a, b) => a.from - b.from);
}
