import { OUTCOMES } from '../../model/outcome.ts';
import type { RequirementRecord, RunRecord } from '../../model/run-record.ts';
import { groupBy } from '../group.ts';
import { count } from '../words.ts';
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
  untestedBecause,
  untestable,
}: RequirementRecord): Markup => html`
<tr id="${anchor('requirement', id)}" data-outcome="${raw(outcome)}"><td>${badge(outcome)}</td><th scope="row"><code>${id}</code></th><td>${level}</td>
<td>${text} <span class="source">${source}${endpoint === undefined ? null : html` · ${endpoint}`}</span>${why(untestedBecause ?? untestable)}</td>
<td class="num">${checks.length === 0 ? '' : count(checks.length, 'check')}</td></tr>`;

const why = (reason: string | null | undefined): Markup | null =>
  reason === null || reason === undefined ? null : html`<span class="why">Not tested: ${reason}</span>`;

const HEAD = ['Outcome', 'Requirement', 'Level', 'Promise', 'Judged by'];

/** What was promised and whether it holds; what was not tested is counted by its reason. */
export function requirements(record: RunRecord): Markup {
  const tested = record.requirements.filter(one => one.tested);
  const untested = record.requirements.filter(one => !one.tested);
  const sorted = (list: readonly RequirementRecord[]): RequirementRecord[] =>
    [...list].sort((a, b) => OUTCOMES.indexOf(a.outcome) - OUTCOMES.indexOf(b.outcome));
  const reasons = [...groupBy(untested, one => one.untestedBecause ?? one.untestable ?? 'no reason recorded')].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  return section(
    'requirements',
    'Requirements',
    `${count(tested.length, 'requirement')} tested of ${record.requirements.length.toLocaleString('en')} in the contract.`,
    html`${table('Tested requirements', HEAD, sorted(tested).map(row), 'requirements')}
${
  untested.length === 0
    ? null
    : html`<details class="untested"><summary>${count(untested.length, 'requirement')} not tested</summary>
<ul class="reasons">${reasons.map(([reason, list]) => html`<li><span class="num">${list.length}</span> ${reason}</li>`)}</ul>
${table('Requirements not tested', HEAD, sorted(untested).map(row), 'requirements')}</details>`
}`,
  );
}
