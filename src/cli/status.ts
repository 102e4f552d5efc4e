import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { RunRecord } from '../model/run-record.ts';
import { readRecord } from '../report/index.ts';
import { examples } from './examples.ts';

const HOUR = 3_600_000;
const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: HOUR, d: 24 * HOUR };
/** A nightly run, with two hours to spare. */
const USUAL = 26 * HOUR;
const INCOMPLETE = 3;

export const statusCommand = (): Command =>
  new Command('status')
    .description('say how the last run went, and whether it is too long ago')
    .argument('[folder]', 'where runs are written', 'reports')
    .option('--max-age <time>', 'how old the last run may be: 90m, 26h, 8d', age, USUAL)
    .addHelpText(
      'before',
      examples([
        ['neuron-conformance status', 'the last run below reports/'],
        ['neuron-conformance status nightly --max-age 8d', 'exit 3 when nothing has run for eight days'],
      ]),
    )
    .action(async (folder: string, { maxAge }: { readonly maxAge: number }) => {
      process.exitCode = report(await lastRun(folder), folder, maxAge, Date.now());
    });

function age(text: string): number {
  const [, amount = '', unit = ''] = /^(\d+)([mhd])$/.exec(text) ?? [];
  const milliseconds = Number(amount) * (UNITS[unit] ?? 0);
  if (milliseconds > 0) return milliseconds;
  throw new InvalidArgumentError(`"${text}" is no time; write 90m, 26h or 8d.`);
}

/** The newest run that a folder of runs holds; null when it holds none. */
async function lastRun(folder: string): Promise<RunRecord | null> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const files = names.map(name => join(folder, name, 'report.json')).filter(file => existsSync(file));
  const runs = await Promise.all(files.map(file => readRecord(file)));
  return runs.reduce<RunRecord | null>(
    (last, one) => (last === null || one.run.endedAt > last.run.endedAt ? one : last),
    null,
  );
}

/** Prints the state; the exit code of the last run, or 3 when it says nothing any more. */
function report(last: RunRecord | null, folder: string, maxAge: number, now: number): number {
  if (last === null) {
    process.stdout.write(`No run is below ${folder}. Nothing has been tested.\n`);
    return INCOMPLETE;
  }
  const old = now - Date.parse(last.run.endedAt);
  const hours = (old / HOUR).toFixed(1);
  const stale = old > maxAge;
  process.stdout.write(
    `${last.verdict.sentence}\nThat was ${hours} hours ago (${last.run.target}, profile ${last.run.profile}, exit ${last.run.exitCode}).\n`,
  );
  if (stale)
    process.stdout.write(
      `Stale: a run was due ${((old - maxAge) / HOUR).toFixed(1)} hours ago. Find out why none came.\n`,
    );
  return stale ? INCOMPLETE : last.run.exitCode;
}
