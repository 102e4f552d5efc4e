import type { Exchange } from '../../model/exchange.ts';
import type { Judgement } from '../../model/finding.ts';
import { span } from '../words.ts';

/** Milliseconds, and how many times the shorter wait, from which on a difference is worth a word. */
const NOTABLE = 100;
const FACTOR = 4;

/** What to say of two refusals of which one took far longer. One pair proves nothing, so it is only noted. */
export function pace(endpoint: string, before: Exchange, now: Exchange): readonly Judgement[] {
  const [first, second] = [before.timings.firstByte, now.timings.firstByte];
  if (first === undefined || second === undefined) return [];
  const [short, long] = [Math.min(first, second), Math.max(first, second)];
  if (long - short < NOTABLE || long < FACTOR * short) return [];
  return [
    {
      message: `${endpoint} refused one log-in after ${span(first)} and the other after ${span(second)}; measured often, that may tell who has an account.`,
      expected: 'about the same time',
      actual: Math.round(second - first),
      as: 'note',
    },
  ];
}
