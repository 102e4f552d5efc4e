import type { Step } from './types.ts';
import type { Entry } from './yaml-source.ts';

/** The members of a step as they are written, by name. */
export type Members = ReadonlyMap<string, Entry>;

/** What every step has. */
export interface StepHead {
  readonly id: string;
  readonly title: string;
  readonly at: Step['at'];
  readonly proves: readonly string[];
  readonly checks: readonly string[];
}
