import { outcomeOfExit } from '../exit.ts';
import { attr, html, type Markup, raw } from '../html/markup.ts';
import { dataElement, page } from '../html/page.ts';
import { moment, section, sign, table, tone } from '../html/parts.ts';
import { count, duration } from '../words.ts';
import type { Trend, TrendPoint } from './trend.ts';

const WIDTH = 600;
const HEIGHT = 60;

/** A line over the runs; the first and the last value stand beside it in words. */
function line(title: string, values: readonly (number | null)[], said: (value: number) => string): Markup {
  const known = values.flatMap((value, index) => (value === null ? [] : [[index, value] as const]));
  const top = Math.max(1, ...known.map(([, value]) => value));
  const step = WIDTH / Math.max(1, values.length - 1);
  const points = known.map(
    ([index, value]) => `${(index * step).toFixed(1)},${(HEIGHT - (value / top) * HEIGHT).toFixed(1)}`,
  );
  const [first, last] = [known[0]?.[1], known.at(-1)?.[1]];
  const words = first === undefined || last === undefined ? 'no values' : `${said(first)} → ${said(last)}`;
  return html`<figure class="trend"><figcaption>${title} <b class="num">${words}</b></figcaption>
<svg viewBox="-4 -4 ${WIDTH + 8} ${HEIGHT + 8}" role="img" aria-label="${attr(`${title}: ${words}`)}"><polyline points="${raw(points.join(' '))}"/>${raw(points.map(point => `<circle cx="${point.replace(',', '" cy="')}" r="3"/>`).join(''))}</svg></figure>`;
}

const verdict = ({ exitCode }: TrendPoint): Markup => sign(outcomeOfExit(exitCode));

const row = (point: TrendPoint): Markup => html`
<tr><td>${verdict(point)}</td><th scope="row">${moment(point.startedAt)}<span class="source">${point.runId}</span></th><td>${point.sentence}</td>
<td class="num">${point.requirementsFailing} of ${point.requirementsTested}</td><td class="num">${duration(point.seconds * 1000)}</td><td class="num">${point.medianMs === null ? '' : duration(point.medianMs)}</td></tr>`;

const hostSection = ({ target, points, moved }: Trend, index: number): Markup =>
  section(
    `host-${index}`,
    target,
    `${count(points.length, 'run')}, oldest first.`,
    html`${
      points.length < 2
        ? null
        : html`<div class="trends">
${line(
  'Requirements failing',
  points.map(one => one.requirementsFailing),
  String,
)}
${line(
  'Requirements tested',
  points.map(one => one.requirementsTested),
  String,
)}
${line(
  'Duration',
  points.map(one => one.seconds),
  seconds => duration(seconds * 1000),
)}
${line(
  'Median answer',
  points.map(one => one.medianMs),
  duration,
)}</div>`
    }
${table(`Runs of ${target}`, ['Verdict', 'Started', 'Sentence', 'Failing', 'Duration', 'Median answer'], [...points].reverse().map(row), 'listing')}
${
  moved.length === 0
    ? html`<p>No requirement changed its outcome.</p>`
    : table(
        `Requirements of ${target} that moved`,
        ['Requirement', ...points.map(({ startedAt }) => startedAt.slice(0, 10))],
        moved.map(
          one =>
            html`<tr><th scope="row">${one.id}</th>${one.outcomes.map(outcome => html`<td>${outcome === null ? null : sign(outcome)}</td>`)}</tr>`,
        ),
        'matrix',
      )
}`,
  );

/** Runs over time on one page. */
export function trendPage(trends: readonly Trend[]): string {
  const runs = trends.reduce((sum, { points }) => sum + points.length, 0);
  const title = `${count(runs, 'run')} of ${count(trends.length, 'host')} over time`;
  const body = html`<main class="alone"><header class="top ${tone('disabled')}"><p class="kicker">Trend</p><h1>${title}</h1></header>
${trends.map(hostSection)}</main>`;
  return page({ title, body, data: dataElement('trend-data', JSON.stringify(trends)), script: null });
}
