import { OperatorError } from '../../model/operator-error.ts';

/** What one examination of the doctor found. */
export interface Examination {
  readonly name: string;
  /** `problem`: a run would fail or mislead. `skipped`: it could not be looked at, and `said` tells why. */
  readonly outcome: 'fine' | 'warning' | 'problem' | 'skipped';
  /** One sentence or phrase: what was found. */
  readonly said: string;
  /** The one thing to do; only with a problem. */
  readonly next?: string;
}

export const fine = (name: string, said: string): Examination => ({ name, outcome: 'fine', said });
export const warning = (name: string, said: string): Examination => ({ name, outcome: 'warning', said });
export const skipped = (name: string, said: string): Examination => ({ name, outcome: 'skipped', said });
export const problem = (name: string, said: string, next: string): Examination => ({
  name,
  outcome: 'problem',
  said,
  next,
});

/** An operator's mistake that is met on the way, as an examination; anything else is thrown on. */
export function thrown(name: string, error: unknown): Examination {
  if (error instanceof OperatorError) return problem(name, error.message, error.next);
  throw error;
}
