import type { Json } from '../../model/json.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { timeSpent } from '../time-spent.ts';
import { count, duration, grouped, SYMBOLS } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { moment, tone } from './parts.ts';
import { share } from './waterfall.ts';

/** `humanReadableName` → `Human readable name`; milliseconds are said as durations. */
function hostFact([name, value]: [string, Json | undefined]): [string, string][] {
  if (value === null || value === undefined || value === '') return [];
  const inMs = name.endsWith('Ms') && typeof value === 'number';
  const words = (inMs ? name.slice(0, -2) : name).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const text = inMs
    ? `${value < 0 ? '−' : '+'}${duration(Math.abs(value))}`
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
  return [[words.charAt(0).toUpperCase() + words.slice(1), text]];
}

function facts(record: RunRecord): [string, string][] {
  const { run, suite, detection, planned, spent, leftBehind } = record;
  const ms = Date.parse(run.endedAt) - Date.parse(run.startedAt);
  return [
    ['Target', run.target],
    ...Object.entries(record.host).flatMap(hostFact),
    ['Started', moment(run.startedAt)],
    ['Duration', `${duration(ms)}${run.ended === 'finished' ? '' : ` (${run.ended})`}`],
    ['Profile', run.profile],
    ['Seed', String(run.seed)],
    ['Requests', `${grouped(spent.requests)} of ${grouped(planned.requests)} planned`],
    ['Left behind', leftBehind.length === 0 ? 'nothing' : count(leftBehind.length, 'account')],
    ...(record.baseline === undefined
      ? []
      : [
          ['Compared with', `${record.baseline.target}, ${moment(record.baseline.startedAt)}`] satisfies [
            string,
            string,
          ],
        ]),
    ['Suite', `${suite.name} ${suite.version}`],
    [
      'Detection power',
      detection === null
        ? 'not measured for this build'
        : `finds ${detection.found} of ${detection.seeded} seeded faults`,
    ],
  ];
}

/** The answer first: one sentence, what to do, and the facts it stands on. */
export function header(record: RunRecord): Markup {
  const { verdict, run } = record;
  return html`
<header class="top ${tone(verdict.outcome)}">
<p class="kicker">Conformance report <span class="num">${run.id}</span></p>
<h1><span class="verdict-sign" aria-hidden="true">${SYMBOLS[verdict.outcome]}</span>${verdict.sentence}</h1>
${verdict.next === null ? null : html`<p class="next"><b>Next</b> ${verdict.next}</p>`}
${run.ended === 'finished' ? null : html`<p class="next"><b>Not complete</b> The run was ${run.ended}; what was not reached is not judged.</p>`}
<dl class="facts">${facts(record).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${share(timeSpent(record))}
</header>`;
}
