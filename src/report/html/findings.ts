import type { Exchange } from '../../model/exchange.ts';
import type { Finding } from '../../model/finding.ts';
import type { RequirementRecord, RunRecord } from '../../model/run-record.ts';
import { meaning, nextAct, replayCommand } from '../advice.ts';
import { evidenceOf, exchangesById } from '../exchanges.ts';
import { type FindingGroup, findingGroups, notes, type Place } from '../findings.ts';
import { findingMarkdown } from '../markdown.ts';
import { visible } from '../visible.ts';
import { ACTORS, count } from '../words.ts';
import { anchor, html, link, type Markup, raw } from './markup.ts';
import { panesTable } from './panes.ts';
import { badge, moment, permalink, section, tone } from './parts.ts';
import { curlCommand } from './shared.ts';

/** Findings first, worst first; the notes folded at the end. */
export function findings(record: RunRecord): Markup {
  const groups = findingGroups(record);
  const noted = notes(record);
  const byId = exchangesById(record);
  const requirements = new Map(record.requirements.map(one => [one.id, one]));
  const lead =
    groups.length === 0
      ? 'Nothing to act on: every check that was made holds.'
      : `${count(groups.length, 'finding')}, worst first. The same deviation in several places is one finding.`;
  return section(
    'findings',
    'Findings',
    lead,
    html`${groups.map(group => card(group, record, requirements, byId))}${noted.length === 0 ? null : noteList(noted)}`,
  );
}

function card(
  group: FindingGroup,
  record: RunRecord,
  requirements: ReadonlyMap<string, RequirementRecord>,
  byId: ReadonlyMap<string, Exchange>,
): Markup {
  const { finding, suite, step, dependants } = group;
  const requirement = requirements.get(finding.requirement ?? '');
  const exchange = evidenceOf(finding, step, byId);
  const harm = meaning(finding, requirement);
  return html`
<article class="finding ${tone(finding.outcome)}" id="${anchor('finding', finding.id)}" data-outcome="${raw(finding.outcome)}" tabindex="-1">
<p class="over">${badge(finding.outcome)} ${finding.blame === null ? null : html`<span>${ACTORS[finding.blame]} has to act</span>`}${since(finding, record)}</p>
<h3>${finding.message} ${permalink('finding', finding.id, 'this finding')}</h3>
<p class="meta"><a href="${link('step', `${suite.id}/${step.id}`)}">${suite.title} › ${step.title}</a>
${step.endpoint === null ? null : html`<span>${step.endpoint}</span>`} <span>check <code>${finding.check}</code></span></p>
${requirement === undefined ? null : promise(requirement)}
${panesTable(finding, exchange)}
<dl class="advice">
${harm === null ? null : html`<div><dt>What it means</dt><dd>${harm}</dd></div>`}
<div><dt>What to do</dt><dd>${nextAct(finding)} <code class="cmd">${replayCommand(finding, step)}</code></dd></div>
</dl>
${same(group)}
${dependants.length === 0 ? null : html`<details class="also"><summary>${count(dependants.length, 'check')} could not be made because of this</summary><ul>${dependants.map(effect)}</ul></details>`}
<div class="acts">
${exchange === undefined ? null : html`<a href="${link('exchange', exchange.id)}">Evidence: ${exchange.id}</a>`}
${finding.replay === undefined ? null : html`<a href="./${finding.replay}" download>Replay without the suite: ${finding.replay}</a>`}
<details class="copy"><summary>As an issue</summary><pre tabindex="0">${visible(findingMarkdown(group, record, byId))}</pre></details>
${exchange === undefined ? null : html`<details class="copy"><summary>As curl</summary><pre tabindex="0">${visible(curlCommand(exchange.request))}</pre>${signed(exchange)}</details>`}
</div>
</article>`;
}

/** Against a baseline: whether the finding is new or was there before. */
function since({ id }: Finding, { baseline }: RunRecord): Markup | null {
  if (baseline?.newlyFailing.includes(id) === true) return html`<b>new since ${moment(baseline.startedAt)}</b>`;
  return baseline?.stillFailing.includes(id) === true
    ? html`<span>known since ${moment(baseline.startedAt)} or before</span>`
    : null;
}

const promise = ({ id, level, text, source }: RequirementRecord): Markup =>
  html`<blockquote><p>${text}</p><footer><a href="${link('requirement', id)}">${id}</a> <b>${level}</b> ${source}</footer></blockquote>`;

const effect = ({ suite, step, finding }: Place): Markup =>
  html`<li id="${anchor('finding', finding.id)}"><a href="${link('step', `${suite.id}/${step.id}`)}">${suite.id}/${step.id}</a> ${finding.message}</li>`;

/** The other places of a finding: links where they say the same, a folded list where they do not. */
function same({ finding, elsewhere }: FindingGroup): Markup | null {
  if (elsewhere.length === 0) return null;
  const differ = elsewhere.some(place => place.finding.message !== finding.message);
  if (!differ && elsewhere.length <= 5) return html`<p class="also">The same in ${joined(elsewhere)}.</p>`;
  return html`<details class="also"><summary>The same in ${count(elsewhere.length, 'more place')}</summary><ul>${elsewhere.map(effect)}</ul></details>`;
}

const joined = (elsewhere: readonly Place[]): Markup[] =>
  elsewhere.map(
    ({ suite, step, finding }, index) =>
      html`${index === 0 ? '' : index === elsewhere.length - 1 ? ' and ' : ', '}<a id="${anchor('finding', finding.id)}" href="${link('step', `${suite.id}/${step.id}`)}">${suite.id}/${step.id}</a>`,
  );

const signed = ({ request }: Exchange): Markup | null =>
  request.body?.text.includes('signature') === true
    ? html`<p class="hint">A signature and its nonce work once. The replay makes fresh ones.</p>`
    : null;

const noteList = (noted: readonly Place[]): Markup => html`
<details class="notes"><summary>${count(noted.length, 'note')}: worth knowing, nothing to act on</summary><ul>
${noted.map(({ suite, step, finding }) => html`<li id="${anchor('finding', finding.id)}"><a href="${link('step', `${suite.id}/${step.id}`)}">${suite.id}/${step.id}</a> ${finding.message}</li>`)}
</ul></details>`;
