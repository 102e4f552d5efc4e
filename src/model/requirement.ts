import type { Outcome } from './outcome.ts';

export const LEVELS = ['must', 'should', 'may'] as const;

export type Level = (typeof LEVELS)[number];

/** One testable promise of the contract. */
export interface Requirement {
  /** Stable, upper case with hyphens, e.g. `CREATE-DISABLED`. */
  readonly id: string;
  readonly level: Level;
  /** The promise in one sentence, in our own words. */
  readonly text: string;
  /** Who makes the promise: a page, a file, a framework source. */
  readonly source: string;
  /** The endpoint whose spec states it; absent for those that cross endpoints. */
  readonly endpoint?: string;
  /** Why no suite can test it; absent when one can. */
  readonly untestable?: string;
}

/** What a broken requirement of a level does to the outcome: must fails, should warns, may is only noted. */
export const outcomeOfBreaking = (level: Level): Outcome =>
  level === 'must' ? 'fail' : level === 'should' ? 'warn' : 'pass';
