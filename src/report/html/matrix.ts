import type { RunRecord } from '../../model/run-record.ts';
import { ASPECTS, type Cell, matrix as matrixOf } from '../aspects.ts';
import { LABELS, SYMBOLS } from '../words.ts';
import { attr, html, link, type Markup } from './markup.ts';
import { section, table, tone } from './parts.ts';

function cellOf(cell: Cell | undefined, endpoint: string, aspect: string): Markup {
  if (cell === undefined) return html`<td class="empty"><span class="off">not judged</span></td>`;
  const { suite, step, findings } = cell.worst;
  const first = findings.find(({ outcome }) => outcome === cell.outcome && outcome !== 'pass');
  const href = first === undefined ? link('step', `${suite.id}/${step.id}`) : link('finding', first.id);
  const said = `${endpoint}, ${aspect}: ${LABELS[cell.outcome]}, ${cell.made - cell.broken} of ${cell.made} checks pass`;
  return html`<td><a class="cell ${tone(cell.outcome)}" href="${href}" aria-label="${attr(said)}"><span aria-hidden="true">${SYMBOLS[cell.outcome]}</span> <span class="num" aria-hidden="true">${cell.broken === 0 ? cell.made : `${cell.broken}/${cell.made}`}</span></a></td>`;
}

/** Endpoint by aspect: where on the host it hurts, at a glance. */
export function matrix(record: RunRecord): Markup {
  const rows = matrixOf(record).map(
    ({ endpoint, cells }) =>
      html`<tr><th scope="row">${endpoint}</th>${ASPECTS.map(aspect => cellOf(cells.get(aspect), endpoint, aspect))}</tr>`,
  );
  return section(
    'matrix',
    'Endpoints',
    'Each cell is the worst outcome of the checks on one aspect of one endpoint, and leads to it. The number says how many checks were made, or how many of them did not pass.',
    rows.length === 0
      ? html`<p>No endpoint was called.</p>`
      : table('Endpoint by aspect', ['Endpoint', ...ASPECTS], rows, 'matrix'),
  );
}
