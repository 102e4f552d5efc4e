import { outcomeOfExit } from '../exit.ts';
import { html, type Markup, raw } from '../html/markup.ts';
import { dataElement, page } from '../html/page.ts';
import { badge, moment, section, table, tone } from '../html/parts.ts';
import { clipped } from '../visible.ts';
import { count, duration, SYMBOLS } from '../words.ts';
import type { Side } from './side.ts';
import type { Comparison, Deviation, Latency } from './types.ts';

const side = (title: string, { target, startedAt, profile, suite, runId, sentence }: Side): Markup => html`
<div><dt>${title}</dt><dd>${target}<br><span class="soft">${moment(startedAt)} · ${profile} · ${suite} · ${runId}</span><br>${sentence}</dd></div>`;

const deviation = (one: Deviation): Markup => html`
<tr><td>${badge(one.outcome)}</td><th scope="row">${one.place}<span class="source">${one.endpoint}</span></th><td>${one.requirement ?? one.check}</td>
<td>${clipped(one.message, 600)}${one.before === undefined ? null : html`<span class="source">Before: ${clipped(one.before, 600)}</span>`}</td></tr>`;

const HEAD = ['Outcome', 'Step', 'Requirement', 'Deviation'];

const rows = (id: string, title: string, head: readonly string[], all: readonly Markup[], none: string): Markup =>
  section(
    id,
    `${title} (${all.length})`,
    all.length === 0 ? none : '',
    all.length === 0 ? html`` : table(title, head, all, 'listing'),
  );

const milliseconds = ({ p50, p95, count: n }: Latency['before']): Markup =>
  html`<td class="num">${duration(p50)}</td><td class="num">${duration(p95)}</td><td class="num">${n}</td>`;

/** A comparison as one file that opens from disk. */
export function comparisonPage(comparison: Comparison): string {
  const { left, right, exitCode, sentence, caveats } = comparison;
  const verdict = outcomeOfExit(exitCode);
  const body = html`<main class="alone"><header class="top ${tone(verdict)}">
<p class="kicker">Comparison of two runs</p>
<h1><span class="verdict-sign" aria-hidden="true">${SYMBOLS[verdict]}</span>${sentence}</h1>
<dl class="facts two">${side('Known', left)}${side('Asked about', right)}</dl>
${caveats.map(caveat => html`<p class="next">${caveat}</p>`)}</header>
${rows('new', 'Newly failing', HEAD, comparison.newlyFailing.map(deviation), 'Nothing.')}
${rows('fixed', 'Fixed', HEAD, comparison.fixed.map(deviation), 'Nothing.')}
${rows('still', 'Still failing', HEAD, comparison.stillFailing.map(deviation), 'Nothing.')}
${rows(
  'lost',
  'No longer tested',
  ['What', 'Level', 'Why'],
  [
    ...comparison.requirementsNoLongerTested.map(
      ({ id, level, why }) => html`<tr><th scope="row">${id}</th><td>${level}</td><td>${why}</td></tr>`,
    ),
    ...comparison.noLongerTested.map(
      ({ place, checks, why }) =>
        html`<tr><th scope="row">${place}</th><td>${count(checks.length, 'check')}</td><td>${why}<span class="source">${checks.join(', ')}</span></td></tr>`,
    ),
  ],
  'Everything that was tested is tested.',
)}
${rows(
  'dialect',
  'Dialect',
  ['Endpoint', 'Question', 'Before', 'After'],
  comparison.dialect.map(
    ({ endpoint, question, before, after }) =>
      html`<tr><th scope="row">${endpoint}</th><td>${question}</td><td>${before}</td><td>${after}</td></tr>`,
  ),
  'No reading changed.',
)}
${rows(
  'shapes',
  'Answers',
  ['Endpoint', 'Where', 'Change', 'Before', 'After'],
  comparison.shapes.map(
    ({ endpoint, pointer, kind, before, after }) =>
      html`<tr><th scope="row">${endpoint}</th><td><code>${pointer}</code></td><td>${kind}</td><td>${before ?? 'none'}</td><td>${after ?? 'none'}</td></tr>`,
  ),
  'Answers have the shape that they had.',
)}
${rows(
  'latency',
  'Latency',
  ['Endpoint', 'Median before', '95 % before', 'Answers', 'Median after', '95 % after', 'Answers', 'Change'],
  comparison.latency.map(
    ({ endpoint, before, after, change }) =>
      html`<tr><th scope="row">${endpoint}</th>${milliseconds(before)}${milliseconds(after)}<td>${change}</td></tr>`,
  ),
  'No endpoint was called in both runs.',
)}
<footer class="foot"><p>${raw('Only what newly fails, and what is required and no longer tested, decides.')}</p></footer></main>`;
  return page({
    title: sentence,
    body,
    data: dataElement('comparison-data', JSON.stringify(comparison)),
    script: null,
  });
}
