import { listFaults } from '../../reference-neuron/index.ts';
import { EXCHANGE_COMPLETE } from '../../run/emission.ts';
import { buildDigest } from '../compose/detection.ts';
import { type Bench, makeBench } from './bench.ts';
import { DEVIATIONS } from './elsewhere.ts';
import { runTasks } from './pool.ts';
import { type MutantRow, mutantTable } from './proxy/mutant-table.ts';
import { type KillTable, killTable } from './table.ts';
import type { Task, Trial } from './task.ts';
import { tasksOf } from './tasks.ts';

/** A fault that no run can show by itself. */
export interface ApartRow {
  readonly id: string;
  readonly endpoint: string;
  readonly breaks: readonly string[];
  readonly text: string;
  readonly needs: string;
}

/** What one computation found. */
export interface Power {
  /** Of what it was computed for. */
  readonly digest: string;
  readonly table: KillTable;
  readonly apart: readonly ApartRow[];
  /** Null when the proxy was left out. */
  readonly mutants: readonly MutantRow[] | null;
}

export interface ComputeOptions {
  /** What a worker thread runs. */
  readonly script: URL;
  readonly workers: number;
  /** Hosts side by side in one worker. */
  readonly side: number;
  /** Only faults whose id holds this text; all when empty. */
  readonly only: string;
  readonly withProxy: boolean;
  readonly onTrial: (trial: Trial, done: number, all: number) => void;
}

/** Runs the suites against the correct host in every dialect, every fault and every change of a proxy. */
export async function computePower(options: ComputeOptions): Promise<Power> {
  const bench = makeBench();
  const tasks = tasksOf(bench);
  const faults = tasks.faults.filter(({ name }) => name.includes(options.only));
  const deviations = DEVIATIONS.map(({ task }) => task);
  const proxied = options.withProxy ? [tasks.neutral, ...tasks.mutants] : [];
  const all = [...faults, ...tasks.correct, ...deviations, ...proxied];
  let done = 0;
  const onTrial = (trial: Trial): void => options.onTrial(trial, ++done, all.length);
  const ran = await runTasks(slowFirst(all), { ...options, onTrial });
  const trials = new Map(ran.map(trial => [trial.name, trial]));
  const of = (task: Task): Trial => found(trials, task);
  const suites = new Map(tasks.faults.map(({ name, suites: ids }) => [name, ids]));
  const listed = listFaults().filter(({ id }) => id.includes(options.only));
  return {
    digest: buildDigest(),
    table: killTable({
      faults: listed
        .filter(({ needs }) => needs === undefined)
        .map(({ id, endpoint, breaks, text }) => ({ id, endpoint, breaks, text, suites: suites.get(id) ?? [] })),
      checks: checksOf(bench),
      levels: new Map(bench.library.contract.requirements().map(({ id, level }) => [id, level])),
      correct: tasks.correct.map(of),
      trials,
      deviations: DEVIATIONS,
    }),
    apart: listed.flatMap(({ needs, ...fault }) => (needs === undefined ? [] : [{ ...fault, needs }])),
    mutants: options.withProxy
      ? mutantTable(
          tasks.mutants.flatMap(({ mutant }) => (mutant === null ? [] : [mutant])),
          trials,
          of(tasks.neutral),
        )
      : null,
  };
}

/** Those that touch most suites take longest. */
const slowFirst = (tasks: readonly Task[]): readonly Task[] =>
  [...tasks].sort((a, b) => b.suites.length - a.suites.length);

function found(trials: ReadonlyMap<string, Trial>, { name }: Task): Trial {
  const trial = trials.get(name);
  if (trial === undefined) throw new Error(`the task ${name} was not run`);
  return trial;
}

/** What every exchange is asked first is the engine's own check. */
const checksOf = ({ checks }: Bench): readonly string[] => [EXCHANGE_COMPLETE, ...checks.map(({ id }) => id)];
