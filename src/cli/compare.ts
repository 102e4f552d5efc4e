import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { comparePage, compareRecords, comparisonLines, readRecord } from '../report/index.ts';
import { examples } from './examples.ts';
import { wantsColour } from './terminal.ts';

/** The command `compare`: two reports side by side. Exits 1 for what newly fails, 3 for what is no longer tested. */
export const compareCommand = (): Command =>
  new Command('compare')
    .description('compare two reports: what newly fails, what is fixed, what changed its shape')
    .argument('<known>', 'report of the run that is known: production, or the run before')
    .argument('<asked>', 'report of the run that is asked about')
    .option('--json', 'print JSON')
    .option('--html <file>', 'write a page')
    .addHelpText(
      'before',
      examples([
        [
          'neuron-conformance compare reports/production reports/candidate',
          'folders of runs, report.json or report.html',
        ],
        ['neuron-conformance compare a.json b.json --html upgrade.html', 'a page for whoever writes clients'],
        ['neuron-conformance compare a.json b.json --json', 'for a program'],
      ]),
    )
    .action(async (known: string, asked: string, { json, html }: { json?: boolean; html?: string }) => {
      const comparison = compareRecords(await readRecord(known), await readRecord(asked));
      if (html !== undefined) await writeFile(html, comparePage(comparison));
      const lines = comparisonLines(comparison, wantsColour(process.stdout, process.env));
      process.stdout.write(json === true ? `${JSON.stringify(comparison, null, 2)}\n` : `${lines.join('\n')}\n`);
      process.exitCode = comparison.exitCode;
    });
