import { EXCHANGE_COMPLETE } from '../../run/emission.ts';
import { complaintsOf, killsNothing } from './rules.ts';
import { type KillTable, killTable, type TableInput } from './table.ts';
import type { Task, Trial } from './task.ts';

/** A check that was made to say nothing, and what became of the table. */
export interface Silenced {
  readonly check: string;
  /** What it alone had to show again: a fault or a deviation that it kills. */
  readonly fault: string;
  /** Whether the table complains of it. */
  readonly red: boolean;
}

/** A check to be silenced, and the task that shows what then becomes of a fault that it kills. */
export interface Sample {
  readonly check: string;
  readonly fault: string;
  readonly task: Task;
}

/** Some checks that kill something, spread over the whole list, each with the quickest fault that it kills. */
export function sampleOf({ checks }: KillTable, tasks: readonly Task[], size: number): readonly Sample[] {
  // Whether an answer came at all is no evaluate's to say.
  const killers = checks.filter(({ check, kills }) => check !== EXCHANGE_COMPLETE && kills.length > 0);
  const step = Math.max(1, killers.length / size);
  const picked = killers.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
  return picked.flatMap(({ check, kills }) => {
    const [quickest] = tasks
      .filter(({ name }) => kills.includes(name))
      .sort((a, b) => a.suites.length - b.suites.length);
    if (quickest === undefined) return [];
    const task = { ...quickest, name: `${quickest.name} without ${check}`, mute: [check] };
    return [{ check, fault: quickest.name, task }];
  });
}

/**
 * The table as it is when a check says nothing: its findings are taken out of every trial, and the one trial that was
 * really run with it silenced takes the place of the other.
 */
export function silence(input: TableInput, { check, fault }: Sample, rerun: Trial): Silenced {
  const trials = new Map(
    [...input.trials].map(([name, trial]): [string, Trial] => [
      name,
      name === fault ? rerun : { ...trial, seen: trial.seen.filter(finding => finding.check !== check) },
    ]),
  );
  const complaints = complaintsOf(killTable({ ...input, trials }));
  return { check, fault, red: complaints.includes(killsNothing(check)) };
}
