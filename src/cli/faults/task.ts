import { type Scope, WHOLE } from './bench.ts';
import type { Mutant } from './proxy/mutant.ts';
import type { Seen } from './seen.ts';

/** One run against one host, as plain data: it crosses a thread's border. */
export interface Task {
  readonly name: string;
  /** Faults of the host. */
  readonly faults: readonly string[];
  /** Readings that the host follows instead of its default ones. */
  readonly dialect: Readonly<Record<string, string>>;
  /** Ids of suites. */
  readonly suites: readonly string[];
  readonly scope: Scope;
  /** What a proxy between suite and host does to answers. */
  readonly mutant: Mutant | null;
  /** Checks that say nothing, whatever they see. */
  readonly mute: readonly string[];
}

/** What a task showed. */
export interface Trial {
  readonly name: string;
  readonly seen: readonly Seen[];
  readonly milliseconds: number;
  /** Whether the proxy ever met the answer that it was to change; true without a proxy. */
  readonly reached: boolean;
}

/** A task on a correct host; what is given replaces parts of it. */
export const task = (name: string, suites: readonly string[], given: Partial<Task> = {}): Task => ({
  name,
  faults: [],
  dialect: {},
  suites,
  scope: WHOLE,
  mutant: null,
  mute: [],
  ...given,
});
