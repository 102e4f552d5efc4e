import { OUTCOMES } from '../../model/outcome.ts';
import type { RequirementRecord, RunRecord } from '../../model/run-record.ts';
import { groupBy } from '../group.ts';
import { count, grouped } from '../words.ts';
import { anchor, html, type Markup, raw } from './markup.ts';
import { badge, section, table } from './parts.ts';

const row = ({
  id,
  level,
  text,
  source,
  endpoint,
  outcome,
  checks,
  tested,
  untestedBecause,
  untestable,
}: RequirementRecord): Markup => html`
<tr id="${anchor('requirement', id)}" data-outcome="${raw(outcome)}"><td>${badge(outcome)}</td><th scope="row"><code>${id}</code></th><td>${level}</td>
<td>${text} <span class="source">${source}${endpoint === undefined ? null : html` · ${endpoint}`}</span>${tested ? null : why(untestedBecause ?? untestable)}</td>
<td class="num">${checks.length === 0 ? '' : count(checks.length, 'check')}</td></tr>`;

const why = (reason: string | null | undefined): Markup | null =>
  reason === null || reason === undefined ? null : html`<span class="why">Not tested: ${reason}</span>`;

const HEAD = ['Outcome', 'Requirement', 'Level', 'Promise', 'Judged by'];

/** So many that hold are shown at once. */
const FEW = 12;

/** What was promised and whether it holds; what was not tested is counted by its reason. */
export function requirements(record: RunRecord): Markup {
  const tested = record.requirements.filter(one => one.tested);
  const untested = record.requirements.filter(one => !one.tested);
  const sorted = (list: readonly RequirementRecord[]): RequirementRecord[] =>
    [...list].sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome));
  const reasons = [...groupBy(untested, one => one.untestedBecause ?? one.untestable ?? 'no reason recorded')].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const holds = tested.filter(one => one.outcome === 'pass');
  const broken = tested.filter(one => one.outcome !== 'pass');
  return section(
    'requirements',
    'Requirements',
    `${count(tested.length, 'requirement')} tested of ${grouped(record.requirements.length)} in the contract.`,
    html`${broken.length === 0 ? null : table('Requirements that do not hold', HEAD, sorted(broken).map(row), 'requirements')}
${folded(count(holds.length, 'requirement holds', 'requirements hold'), holds.length <= FEW, holds.length === 0 ? null : table('Requirements that hold', HEAD, holds.map(row), 'requirements'))}
${folded(
  count(untested.length, 'requirement not tested', 'requirements not tested'),
  false,
  untested.length === 0
    ? null
    : html`<ul class="reasons">${reasons.map(([reason, list]) => html`<li><span class="num">${list.length}</span> ${reason}</li>`)}</ul>
${table('Requirements not tested', HEAD, sorted(untested).map(row), 'requirements')}`,
)}`,
  );
}

const folded = (title: string, open: boolean, content: Markup | null): Markup | null =>
  content && html`<details class="fold"${open ? html` open` : null}><summary>${title}</summary>${content}</details>`;
