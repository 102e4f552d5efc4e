import { type Outcome, worst } from '../../model/outcome.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { type Side, sideOf } from '../compare/side.ts';
import { groupBy } from '../group.ts';
import { count, list } from '../words.ts';

/** A run and where its report stands, as the index links to it. */
export interface MergedRun extends Side {
  readonly href: string;
}

export interface MergedCell {
  readonly outcome: Outcome;
  /** Whether any run of the host tested the requirement. */
  readonly tested: boolean;
  /** The report that shows the outcome. */
  readonly href: string;
}

export interface MergedRow {
  readonly id: string;
  readonly level: 'must' | 'should' | 'may';
  readonly text: string;
  /** One for each host, in the order of `hosts`; null where no run of the host knows the requirement. */
  readonly cells: readonly (MergedCell | null)[];
}

/** Several runs as one: shards of a run, several hosts, several profiles. */
export interface Merged {
  readonly sentence: string;
  /** The worst of all runs in the order 4, 1, 2, 3, 0; 3 where there is none. */
  readonly exitCode: number;
  readonly hosts: readonly string[];
  readonly runs: readonly MergedRun[];
  readonly requirements: readonly MergedRow[];
}

/** A record and the address of its report, relative to the index. */
export interface Located {
  readonly record: RunRecord;
  readonly href: string;
}

const WORST_FIRST = [4, 1, 2, 3, 0];

/** Joins runs into hosts by requirements. Where runs of one host differ, the worst that was tested counts. Pure. */
export function merge(located: readonly Located[]): Merged {
  const byHost = groupBy(located, ({ record }) => record.run.target);
  const hosts = [...byHost.keys()].sort();
  const rows = new Map<string, Omit<MergedRow, 'cells'>>();
  for (const { record } of located) {
    for (const { id, level, text } of record.requirements) if (!rows.has(id)) rows.set(id, { id, level, text });
  }
  const exitCode = WORST_FIRST.find(code => located.some(({ record }) => record.run.exitCode === code)) ?? 3;
  return {
    sentence: sentence(located, hosts),
    exitCode,
    hosts,
    runs: located.map(({ record, href }) => ({ ...sideOf(record), href })),
    requirements: [...rows.values()].map(row => ({
      ...row,
      cells: hosts.map(host => cell(row.id, byHost.get(host) ?? [])),
    })),
  };
}

function cell(id: string, runs: readonly Located[]): MergedCell | null {
  const all = runs.flatMap(({ record, href }) =>
    record.requirements.filter(one => one.id === id).map(({ outcome, tested }) => ({ outcome, tested, href })),
  );
  // A shard that leaves a requirement to another shard says nothing about it.
  const said = all.some(({ tested }) => tested)
    ? all.filter(({ tested, outcome }) => tested || outcome === 'suite-error')
    : all;
  const outcome = worst(said.map(one => one.outcome));
  return said.find(one => one.outcome === outcome) ?? null;
}

function sentence(located: readonly Located[], hosts: readonly string[]): string {
  if (located.length === 0) return 'No answer: there is no run to merge.';
  const of = (...codes: readonly number[]): string[] =>
    hosts.filter(host =>
      located.some(({ record }) => record.run.target === host && codes.includes(record.run.exitCode)),
    );
  const [broken, unsure] = [of(1), of(2, 3, 4)];
  if (broken.length > 0)
    return `Do not release: ${list(broken)} ${broken.length === 1 ? 'breaks' : 'break'} requirements.`;
  if (unsure.length > 0) return `No answer for ${list(unsure)}; see the runs below.`;
  return `Release: ${count(hosts.length, 'host')} of ${count(located.length, 'run')} ${hosts.length === 1 ? 'keeps' : 'keep'} what was tested.`;
}
