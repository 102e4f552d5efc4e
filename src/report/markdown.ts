import type { Exchange } from '../model/exchange.ts';
import type { RunRecord } from '../model/run-record.ts';
import { countsLine } from './counts.ts';
import { evidenceOf, exchangesById } from './exchanges.ts';
import { type FindingGroup, findingGroups } from './findings.ts';
import { foldedPanes, panes } from './panes.ts';
import type { Reporter } from './reporter.ts';
import { clipped, visible } from './visible.ts';
import { ACTORS, count, duration, LABELS, SYMBOLS } from './words.ts';

/** Most findings that a job summary shows in full; GitHub cuts a summary at 1 MiB. */
const MAX_FINDINGS = 50;

/** Text that Markdown shows as it is. */
export const plain = (text: string): string =>
  visible(text)
    .replaceAll(/[\r\n]+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_[\]|~#@]/g, '\\$&');

/** Text in a code span inside a table cell, whatever backticks and bars it holds. */
export function code(text: string): string {
  const shown = clipped(visible(text).replaceAll(/[\r\n]+/g, '↵'), 200).replaceAll('|', '\\|');
  const fence = '`'.repeat(Math.max(0, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length)) + 1);
  return `${fence} ${shown} ${fence}`;
}

/** One finding as Markdown: a section of the job summary, and what "copy as issue" copies. */
export function findingMarkdown(group: FindingGroup, record: RunRecord, byId: ReadonlyMap<string, Exchange>): string {
  const { finding, suite, step, elsewhere, dependants } = group;
  const exchange = evidenceOf(finding, step, byId);
  const requirement = record.requirements.find(({ id }) => id === finding.requirement);
  const { rows, left } = foldedPanes(panes(finding, exchange), 12);
  const cell = (text: string | undefined): string => (text === undefined ? '' : code(text));
  return [
    `### ${SYMBOLS[finding.outcome]} ${plain(finding.message)}`,
    '',
    `**${LABELS[finding.outcome]}**${finding.blame === null ? '' : `, to be acted on by ${ACTORS[finding.blame]}`} · ${plain(`${suite.id}/${step.id}`)} · ${code(finding.check)}${step.endpoint === null ? '' : ` · ${plain(step.endpoint)}`}`,
    ...(requirement === undefined
      ? []
      : [
          '',
          `> **${requirement.id}** (${requirement.level}): ${plain(requirement.text)} Source: ${plain(requirement.source)}`,
        ]),
    '',
    ...(rows.length === 0
      ? []
      : [
          '| | at | expected | received | sent |',
          '|---|---|---|---|---|',
          ...rows.map(
            row =>
              `| ${row.offending ? '▶' : ''} | ${code(row.pointer === '' ? 'answer' : row.pointer)} | ${cell(row.expected)} | ${cell(row.received)} | ${cell(row.sent)} |`,
          ),
          ...(left === 0 ? [] : ['', `${count(left, 'more member')} not shown.`]),
          '',
        ]),
    ...(elsewhere.length === 0
      ? []
      : [`Also in ${elsewhere.map(({ suite: s, step: t }) => code(`${s.id}/${t.id}`)).join(', ')}.`, '']),
    ...(dependants.length === 0 ? [] : [`${count(dependants.length, 'check')} could not be made because of this.`, '']),
  ].join('\n');
}

/** A job summary for CI. The caller appends it to `$GITHUB_STEP_SUMMARY` when that is set. */
export const markdown: Reporter = {
  format: 'markdown',
  file: 'summary.md',
  render(record) {
    const groups = findingGroups(record);
    const byId = exchangesById(record);
    const { run, verdict } = record;
    const ms = Date.parse(run.endedAt) - Date.parse(run.startedAt);
    return [
      `## ${SYMBOLS[verdict.outcome]} ${plain(verdict.sentence)}`,
      '',
      ...(verdict.next === null ? [] : [`**Next:** ${plain(verdict.next)}`, '']),
      `${plain(run.target)} · profile ${plain(run.profile)} · ${duration(ms)} · ${plain(record.suite.name)} ${plain(record.suite.version)} · seed ${run.seed}`,
      '',
      countsLine(record),
      '',
      ...groups.slice(0, MAX_FINDINGS).map(group => findingMarkdown(group, record, byId)),
      ...(groups.length > MAX_FINDINGS
        ? [`${count(groups.length - MAX_FINDINGS, 'more finding')} in report.html.`, '']
        : []),
      '<details><summary>Suites</summary>',
      '',
      '| | suite | steps | time |',
      '|---|---|---|---|',
      ...record.suites.map(
        suite =>
          `| ${SYMBOLS[suite.outcome]} ${LABELS[suite.outcome]} | ${plain(suite.title)} | ${suite.steps.length} | ${duration(suite.endedAt - suite.startedAt)} |`,
      ),
      '',
      '</details>',
      '',
    ].join('\n');
  },
};
