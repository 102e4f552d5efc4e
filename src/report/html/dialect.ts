import type { DialectRecord, RunRecord } from '../../model/run-record.ts';
import { list } from '../words.ts';
import { html, link, type Markup } from './markup.ts';
import { section, table } from './parts.ts';

const row = ({ endpoint, question, reading, readings, evidence }: DialectRecord): Markup => html`
<tr><th scope="row">${endpoint}</th><td>${question.replaceAll('-', ' ')}</td>
<td>${reading === null ? html`<span class="off">not seen in this run</span>` : html`<b>${reading}</b>`}</td>
<td><ul class="plain">${Object.entries(readings).map(([name, sources]) => html`<li><b>${name}</b>: ${list(sources)}</li>`)}</ul></td>
<td>${evidence === null ? null : html`<a href="${link('exchange', evidence)}">${evidence}</a>`}</td></tr>`;

/** Which of several published readings the host follows; none of them fails it. */
export const dialect = ({ dialect: all }: RunRecord): Markup =>
  section(
    'dialect',
    'Dialect',
    'Where public sources contradict each other, a host may follow any of them. This one follows:',
    all.length === 0
      ? html`<p>No question of dialect came up in this run.</p>`
      : table(
          'Dialect',
          ['Endpoint', 'Question', 'This host', 'Published readings', 'Evidence'],
          all.map(row),
          'dialect',
        ),
  );
