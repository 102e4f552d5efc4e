import { groupsIn } from './groups.ts';
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

const ENDS_IN_WORD = new RegExp(`(?:[${LETTER}+]|[${LETTER}\\d]_{1,3})$`, 'u');
const STARTS_IN_WORD = new RegExp(`^_{0,3}[${LETTER}]`, 'u');

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
  for (const { from, to } of groupsIn(rest)) {
    const digits = rest.slice(from, to).replace(/\D/g, '');
    const before = rest.slice(0, from);
    const inWord = ENDS_IN_WORD.test(before) || STARTS_IN_WORD.test(rest.slice(to));
    found.push({ digits, from, to, shape: inWord ? 'part of a word' : null, hash: isMarked(before) });
  }
  return found.sort((a, b) => a.from - b.from);
}

/** A # and a space at the start of a line make a heading in Markdown. */
const isMarked = (before: string): boolean => /[#№]\s?$/.test(before) && !/^\s*#{1,6}\s$/.test(before);
