import { distance } from 'fastest-levenshtein';

/** The candidate that a typist most likely meant, or undefined when none is near. */
export function guess(typed: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(typed.length / 3)) + 1;
  for (const candidate of candidates) {
    const d = distance(typed.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** ` Did you mean "x"?`, or nothing. */
export function didYouMean(typed: string, candidates: Iterable<string>): string {
  const found = guess(typed, candidates);
  return found === undefined ? '' : ` Did you mean "${found}"?`;
}
