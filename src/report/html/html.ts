import { countsLine } from '../counts.ts';
import { findingGroups } from '../findings.ts';
import type { Reporter } from '../reporter.ts';
import { SYMBOLS } from '../words.ts';
import { attribute, content } from '../xml.ts';

/** One file that opens from disk and needs nothing else. */
export const html: Reporter = {
  format: 'html',
  file: 'report.html',
  render: record =>
    [
      '<!doctype html><html lang="en"><head><meta charset="utf-8">',
      `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`,
      `<title>${content(record.verdict.sentence)}</title></head><body>`,
      `<h1>${SYMBOLS[record.verdict.outcome]} ${content(record.verdict.sentence)}</h1><p>${content(countsLine(record))}</p>`,
      ...findingGroups(record).map(
        ({ finding }) => `<h2 id="${attribute(finding.id)}">${content(finding.message)}</h2>`,
      ),
      ...record.suites.map(
        suite =>
          `<details><summary>${SYMBOLS[suite.outcome]} ${content(suite.title)}</summary><ul>${suite.steps
            .map(step => `<li>${SYMBOLS[step.outcome]} ${content(step.title)}</li>`)
            .join('')}</ul></details>`,
      ),
      `<script type="application/json">${JSON.stringify(record).replaceAll('<', '\\u003c')}</script></body></html>`,
    ].join('\n'),
};
