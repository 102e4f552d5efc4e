import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { OperatorError } from '../model/operator-error.ts';
import { Secrets } from '../model/secrets.ts';
import {
  merge,
  mergedPage,
  REPORTERS,
  readRecord,
  trend,
  trendLines,
  trendPage,
  writeReports,
} from '../report/index.ts';
import { examples } from './examples.ts';
import { wantsColour } from './terminal.ts';

const MERGE = [
  'neuron-conformance report merge reports/shard-* --out reports/index',
  'one index for shards or hosts',
] as const;
const TREND = [
  'neuron-conformance report trend reports/2026-* --out trend.html',
  'what became of each requirement',
] as const;
const RENDER = [
  'neuron-conformance report render report.json --format html,ctrf --out out',
  'the same run in other formats',
] as const;

/** The command group `report`: reports made of reports. */
export const reportCommand = (): Command =>
  new Command('report')
    .description('make reports of reports: an index of several runs, runs over time, other formats')
    .addHelpText('before', examples([MERGE, TREND, RENDER]))
    .addCommand(mergeCommand())
    .addCommand(trendCommand())
    .addCommand(renderCommand());

const mergeCommand = (): Command =>
  new Command('merge')
    .description('join runs (shards, several hosts) into an index with a host by requirement matrix')
    .argument('<reports...>', 'folders of runs, report.json or report.html')
    .option('--out <folder>', 'where index.html and index.json go', 'reports/index')
    .option('--json', 'print JSON')
    .addHelpText('before', examples([MERGE]))
    .action(async (paths: readonly string[], { out, json }: { out: string; json?: boolean }) => {
      const located = await Promise.all(
        paths.map(async path => ({ record: await readRecord(path), href: hrefOf(path, out) })),
      );
      const merged = merge(located);
      const text = `${JSON.stringify(merged, null, 1)}\n`;
      await mkdir(out, { recursive: true });
      await writeFile(join(out, 'index.html'), mergedPage(merged));
      await writeFile(join(out, 'index.json'), text);
      process.stdout.write(json === true ? text : `${merged.sentence}\n${join(out, 'index.html')}\n`);
      process.exitCode = merged.exitCode;
    });

/** The report's page as the index in `out` links to it. */
const hrefOf = (path: string, out: string): string => {
  const page = /\.html$/i.test(path) ? path : join(/\.json$/i.test(path) ? dirname(path) : path, 'report.html');
  return relative(resolve(out), resolve(page)).split('/').map(encodeURIComponent).join('/');
};

const trendCommand = (): Command =>
  new Command('trend')
    .description('show runs over time, and the requirements whose outcome moved')
    .argument('<reports...>', 'folders of runs, report.json or report.html')
    .option('--out <file>', 'write a page')
    .option('--json', 'print JSON')
    .addHelpText('before', examples([TREND]))
    .action(async (paths: readonly string[], { out, json }: { out?: string; json?: boolean }) => {
      const trends = trend(await Promise.all(paths.map(readRecord)));
      if (out !== undefined) await writeFile(out, trendPage(trends));
      const lines = trendLines(trends, wantsColour(process.stdout, process.env));
      process.stdout.write(json === true ? `${JSON.stringify(trends, null, 2)}\n` : `${lines.join('\n')}\n`);
    });

const renderCommand = (): Command =>
  new Command('render')
    .description('write a run in other formats; what was redacted stays redacted')
    .argument('<report>', 'folder of a run, report.json or report.html')
    .option('--format <formats>', `of ${REPORTERS.map(({ format }) => format).join(', ')}`, 'html')
    .option('--out <folder>', 'where the files go', '.')
    .addHelpText('before', examples([RENDER]))
    .action(async (path: string, { format, out }: { format: string; out: string }) => {
      const formats = format.split(',').map(one => one.trim());
      const unknown = formats.find(one => !REPORTERS.some(reporter => reporter.format === one));
      if (unknown !== undefined) {
        const known = REPORTERS.map(reporter => reporter.format).join(', ');
        throw new OperatorError('FORMAT_UNKNOWN', `There is no format "${unknown}".`, `Choose of ${known}.`);
      }
      const { artefacts, broken } = await writeReports(await readRecord(path), {
        dir: out,
        formats,
        secrets: new Secrets(),
      });
      process.stdout.write(artefacts.map(({ file }) => `${file}\n`).join(''));
      for (const { format: name, message } of broken)
        process.stderr.write(`${name} could not be written: ${message}\n`);
      process.exitCode = broken.length === 0 ? 0 : 4;
    });
