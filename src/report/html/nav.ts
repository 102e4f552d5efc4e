import { OUTCOMES } from '../../model/outcome.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { findingGroups } from '../findings.ts';
import { LABELS, SYMBOLS } from '../words.ts';
import { html, type Markup, raw } from './markup.ts';
import { tone } from './parts.ts';

const KEYS: readonly (readonly [key: string, what: string])[] = [
  ['/', 'search'],
  ['j', 'next finding or open step'],
  ['k', 'the one before'],
  ['f', 'only what did not pass'],
  ['a', 'everything'],
  ['e', 'unfold or fold all steps'],
  ['Esc', 'clear the filter'],
];

/** Contents with counts, and the filters, which are the counts of steps by outcome. */
export function nav(record: RunRecord): Markup {
  const steps = record.suites.flatMap(suite => suite.steps);
  const entries: [id: string, title: string, n: number | null][] = [
    ['findings', 'Findings', findingGroups(record).length],
    ['matrix', 'Endpoints', new Set(steps.flatMap(step => step.endpoint ?? [])).size],
    ['requirements', 'Requirements', record.requirements.filter(({ tested }) => tested).length],
    ['dialect', 'Dialect', record.dialect.filter(({ reading }) => reading !== null).length],
    ['waivers', 'Waivers', record.waivers.length],
    ['effects', 'Effects', record.leftBehind.length],
    ['suites', 'Suites', record.suites.length],
  ];
  const counts = OUTCOMES.map(outcome => ({
    outcome,
    n: steps.filter(step => step.outcome === outcome).length,
  })).filter(({ n }) => n > 0);
  return html`
<a class="skip" href="#main">Skip to the verdict</a>
<nav class="side" aria-label="Contents and filters">
<ol class="toc">${entries.map(([id, title, n]) => html`<li><a href="#${raw(id)}">${title} <span class="num">${n}</span></a></li>`)}</ol>
<div class="filters js" role="group" aria-label="Show steps and findings by outcome">
${counts.map(({ outcome, n }) => html`<button type="button" class="chip ${tone(outcome)}" data-filter="${raw(outcome)}" aria-pressed="true"><span aria-hidden="true">${SYMBOLS[outcome]}</span> ${LABELS[outcome]} <span class="num">${n}</span></button>`)}
<input type="search" id="search" aria-label="Search steps and findings" placeholder="Search  /" autocomplete="off" spellcheck="false">
<p id="shown" role="status"></p>
<details class="keys"><summary>Keys</summary><dl>${KEYS.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}</dl><label><input type="checkbox" id="keys" checked> keys on</label></details>
</div>
</nav>`;
}
