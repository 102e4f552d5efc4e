import type { DialectRecord, RunRecord } from '../../model/run-record.ts';
import { count, list } from '../words.ts';
import { html, link, type Markup } from './markup.ts';
import { section, table } from './parts.ts';

const row = ({ endpoint, question, reading, readings, evidence }: DialectRecord): Markup => html`
<tr><th scope="row">${endpoint}</th><td>${question.replaceAll('-', ' ')}</td>
<td>${reading === null ? html`<span class="off">not seen in this run</span>` : html`<b>${reading}</b>`}</td>
<td><ul class="plain">${Object.entries(readings).map(([name, sources]) => html`<li><b>${name}</b>: ${list(sources)}</li>`)}</ul></td>
<td>${evidence === null ? null : html`<a href="${link('exchange', evidence)}">${evidence}</a>`}</td></tr>`;

const HEAD = ['Endpoint', 'Question', 'This host', 'Published readings', 'Evidence'];

/** Which of several published readings the host follows; none of them fails it. */
export function dialect({ dialect: all }: RunRecord): Markup {
  const seen = all.filter(({ reading }) => reading !== null);
  const unseen = all.filter(({ reading }) => reading === null);
  return section(
    'dialect',
    'Dialect',
    seen.length === 0
      ? 'Where public sources contradict each other, a host may follow any of them. This run saw no such place.'
      : 'Where public sources contradict each other, a host may follow any of them. This one follows:',
    html`${seen.length === 0 ? null : table('Dialect', HEAD, seen.map(row), 'dialect')}
${unseen.length === 0 ? null : html`<details class="fold"><summary>${count(unseen.length, 'question')} that this run could not answer</summary>${table('Questions of dialect not seen', HEAD, unseen.map(row), 'dialect')}</details>`}`,
  );
}
