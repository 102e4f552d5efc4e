import { type MatchResult, matchPattern, type Pattern, parsePattern } from '../contract/notation/index.ts';

/** Matches content against notation; each text is parsed once, when it is first needed. */
export interface Patterns {
  json(notation: string, value: unknown, now: number): MatchResult;
}

export function createPatterns(): Patterns {
  const parsed = new Map<string, Pattern>();
  return {
    json: (notation, value, now) => {
      const pattern = parsed.get(notation) ?? parsePattern(notation);
      parsed.set(notation, pattern);
      return matchPattern(pattern, value, { now: new Date(now) });
    },
  };
}
