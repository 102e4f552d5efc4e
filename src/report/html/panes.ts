import type { Exchange } from '../../model/exchange.ts';
import type { Finding } from '../../model/finding.ts';
import { foldedPanes, type PaneRow, panes } from '../panes.ts';
import { clipped } from '../visible.ts';
import { count } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { table } from './parts.ts';

/** Rows shown at once; the others unfold. */
const SHOWN = 9;
const CELL = 600;

const HEAD = ['Member', 'Expected', 'Received', 'Sent'];

const cell = (text: string | undefined, title: string): Markup =>
  text === undefined
    ? html`<td class="none" data-title="${title}"><span class="off">nothing</span></td>`
    : html`<td data-title="${title}"><code>${clipped(text, CELL)}</code></td>`;

const rowOf = ({ pointer, expected, received, sent, offending }: PaneRow): Markup => html`
<tr${offending ? html` class="hit"` : null}><th scope="row">${offending ? html`<span class="mark" role="img" aria-label="here">▶</span> ` : null}<code>${pointer === '' ? 'answer' : pointer}</code></th>
${cell(expected, 'Expected')}${cell(received, 'Received')}${cell(sent, 'Sent')}</tr>`;

/** Expected, received and sent side by side, aligned by JSON pointer; the offending rows marked by sign and colour. */
export function panesTable(finding: Finding, exchange: Exchange | undefined): Markup | null {
  const all = panes(finding, exchange);
  if (all.length === 0) return null;
  const { rows, left } = foldedPanes(all, SHOWN);
  const near = table('Expected, received and sent', HEAD, rows.map(rowOf), 'panes');
  if (left === 0) return near;
  return html`${near}<details class="also"><summary>All ${count(all.length, 'member')}</summary>${table('All members', HEAD, all.map(rowOf), 'panes')}</details>`;
}
