import { listFaults } from '../../reference-neuron/index.ts';
import { EXCHANGE_COMPLETE } from '../../run/emission.ts';
import { buildDigest } from '../compose/detection.ts';
import { type Bench, makeBench } from './bench.ts';
import { DEVIATIONS } from './elsewhere.ts';
import { runTasks } from './pool.ts';
import { type MutantRow, mutantTable } from './proxy/mutant-table.ts';
import { type Silenced, sampleOf, silence } from './silence.ts';
import { type KillTable, killTable, type TableInput } from './table.ts';
import type { Task, Trial } from './task.ts';
import { inXml, type Tasks, tasksOf } from './tasks.ts';

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
  readonly silenced: readonly Silenced[];
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
  /** How many checks are silenced to see whether the table notices. */
  readonly samples: number;
  readonly onTrial: (trial: Trial, done: number) => void;
}

/**
 * Runs the suites against the correct host in every dialect, every fault and every change of a proxy. A fault that JSON
 * does not show is tried in XML.
 */
export async function computePower(options: ComputeOptions): Promise<Power> {
  const bench = makeBench();
  const tasks = tasksOf(bench);
  const listed = listFaults().filter(({ id }) => id.includes(options.only));
  const counted = listed.filter(({ needs }) => needs === undefined);
  const ids = new Set(counted.map(({ id }) => id));
  const faults = tasks.faults.filter(({ name }) => ids.has(name));
  const suites = new Map(faults.map(task => [task.name, task.suites]));
  const trials = new Map<string, Trial>();
  const tryAll = async (wanted: readonly Task[]): Promise<void> => {
    const onTrial = (trial: Trial): void => {
      trials.set(trial.name, trial);
      options.onTrial(trial, trials.size);
    };
    await runTasks(wanted, { ...options, onTrial });
  };
  const input = (): TableInput => ({
    faults: counted.map(fault => ({ ...fault, suites: suites.get(fault.id) ?? [] })),
    checks: checksOf(bench),
    levels: new Map(bench.library.contract.requirements().map(({ id, level }) => [id, level])),
    correct: tasks.correct.flatMap(({ name }) => trials.get(name) ?? []),
    trials,
    deviations: DEVIATIONS,
  });
  const elsewhere = DEVIATIONS.map(({ task }) => task);
  await tryAll(slowFirst([...faults, ...tasks.correct, ...elsewhere]));
  const alive = killTable(input()).faults.filter(({ killedBy }) => killedBy.length === 0);
  const isAlive = ({ name }: Task): boolean => alive.some(({ id }) => id === name);
  await tryAll(slowFirst(faults.filter(isAlive).map(inXml)));
  const mutants = options.withProxy ? await tryMutants(tasks, trials, tryAll) : null;
  const table = killTable(input());
  const samples = sampleOf(table, [...faults, ...elsewhere], options.samples);
  await tryAll(samples.map(({ task }) => task));
  return {
    digest: buildDigest(),
    table,
    apart: listed.flatMap(({ needs, ...fault }) => (needs === undefined ? [] : [{ ...fault, needs }])),
    silenced: samples.flatMap(sample => {
      const rerun = trials.get(sample.task.name);
      return rerun === undefined ? [] : [silence(input(), sample, rerun)];
    }),
    mutants,
  };
}

/** Most changes show in one suite; what does not is tried in all. */
async function tryMutants(
  { neutral, mutants }: Tasks,
  trials: ReadonlyMap<string, Trial>,
  tryAll: (wanted: readonly Task[]) => Promise<void>,
): Promise<readonly MutantRow[]> {
  const rows = (): readonly MutantRow[] =>
    mutantTable(
      mutants.flatMap(({ whole }) => whole.mutant ?? []),
      trials,
      trials.get(neutral.name)?.seen ?? [],
    );
  await tryAll([neutral, ...mutants.map(({ quick }) => quick)]);
  const killed = new Set(rows().flatMap(({ id, fate }) => (fate === 'killed' ? [id] : [])));
  await tryAll(slowFirst(mutants.map(({ whole }) => whole).filter(({ name }) => !killed.has(name))));
  return rows();
}

/** Those that touch most suites take longest. */
const slowFirst = (tasks: readonly Task[]): readonly Task[] =>
  [...tasks].sort((a, b) => b.suites.length - a.suites.length);

/** What every exchange is asked first is the engine's own check. */
const checksOf = ({ checks }: Bench): readonly string[] => [EXCHANGE_COMPLETE, ...checks.map(({ id }) => id)];
