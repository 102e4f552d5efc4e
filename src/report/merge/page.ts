import { outcomeOfExit } from '../exit.ts';
import { attr, html, type Markup } from '../html/markup.ts';
import { dataElement, page } from '../html/page.ts';
import { moment, section, sign, table, tone } from '../html/parts.ts';
import { LABELS, SYMBOLS } from '../words.ts';
import type { Merged, MergedCell, MergedRow, MergedRun } from './merge.ts';

const run = ({ target, startedAt, profile, suite, runId, sentence, exitCode, href }: MergedRun): Markup => html`
<tr><td>${sign(outcomeOfExit(exitCode))}</td><th scope="row"><a href="${attr(href)}">${target}</a></th><td>${sentence}</td><td>${moment(startedAt)}</td><td>${profile}<span class="source">${suite} · ${runId}</span></td></tr>`;

const cellOf = (cell: MergedCell | null, host: string | undefined, id: string): Markup =>
  cell === null
    ? html`<td class="empty"><span class="off">not known</span></td>`
    : html`<td><a class="cell ${tone(cell.outcome)}" href="${attr(cell.href)}#requirement-${attr(id)}" aria-label="${attr(`${host}, ${id}: ${LABELS[cell.outcome]}`)}"><span aria-hidden="true">${SYMBOLS[cell.outcome]}</span></a></td>`;

const row = ({ id, level, text, cells }: MergedRow, hosts: readonly string[]): Markup => html`
<tr><th scope="row">${id}<span class="source">${level}: ${text}</span></th>${cells.map((cell, index) => cellOf(cell, hosts[index], id))}</tr>`;

/** Several runs on one page: hosts by requirements, each cell a link into the report that shows it. */
export function mergedPage(merged: Merged): string {
  const { hosts, runs, requirements, sentence, exitCode } = merged;
  const tested = requirements.filter(({ cells }) => cells.some(cell => cell?.tested === true));
  const rest = requirements.filter(one => !tested.includes(one));
  const matrix = (rows: readonly MergedRow[]): Markup =>
    table(
      'Hosts by requirements',
      ['Requirement', ...hosts],
      rows.map(one => row(one, hosts)),
      'matrix',
    );
  const body = html`<main class="alone"><header class="top ${tone(outcomeOfExit(exitCode))}">
<p class="kicker">Index of ${runs.length} runs</p>
<h1><span class="verdict-sign" aria-hidden="true">${SYMBOLS[outcomeOfExit(exitCode)]}</span>${sentence}</h1></header>
${section('runs', 'Runs', '', table('Runs', ['Verdict', 'Host', 'Sentence', 'Started', 'Profile'], runs.map(run), 'listing'))}
${section(
  'hosts',
  'Hosts by requirements',
  'Where several runs tested one host, the worst counts. Each cell leads into the report that shows it.',
  html`${matrix(tested)}${rest.length === 0 ? null : html`<details class="fold"><summary>${rest.length} requirements that no run tested</summary>${matrix(rest)}</details>`}`,
)}</main>`;
  return page({ title: sentence, body, data: dataElement('merged-data', JSON.stringify(merged)), script: null });
}
