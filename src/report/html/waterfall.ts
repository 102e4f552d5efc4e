import type { Timings } from '../../model/exchange.ts';
import type { StepRecord } from '../../model/run-record.ts';
import type { TimeSpent } from '../time-spent.ts';
import { duration } from '../words.ts';
import { attr, html, type Markup, raw } from './markup.ts';

const PARTS = [
  ['host', 'the host'],
  ['mail', 'mail'],
  ['us', 'our own waiting'],
] as const;

const WIDTH = 1000;

const bar = (kind: string, from: number, width: number): string =>
  `<rect class="w-${kind}" x="${from.toFixed(1)}" width="${Math.max(2, width).toFixed(1)}" height="10"/>`;

/** Where the time of the whole run went, as one bar and its legend. */
export function share(spent: TimeSpent): Markup {
  const whole = spent.host + spent.mail + spent.us;
  if (whole === 0) return html``;
  let from = 0;
  const bars = PARTS.map(([kind]) => {
    const width = (spent[kind] / whole) * WIDTH;
    const text = width === 0 ? '' : bar(kind, from, width);
    from += width;
    return text;
  });
  const said = PARTS.map(([kind, title]) => `${title} ${duration(spent[kind])}`).join(', ');
  return html`<figure class="share">
<svg viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" role="img" aria-label="${attr(`Where the time went: ${said}`)}">${raw(bars.join(''))}</svg>
<figcaption>Where the time went ${PARTS.map(([kind, title]) => html`<span><i class="dot w-${raw(kind)}"></i>${title} <b class="num">${duration(spent[kind])}</b></span>`)}</figcaption>
</figure>`;
}

/** One step on the clock of its suite: what it waited for, in the place where it waited. */
export function stepBar(step: StepRecord, from: number, until: number): Markup {
  const scale = WIDTH / Math.max(1, until - from);
  const at = (ms: number): number => Math.min(WIDTH - 2, Math.max(0, (ms - from) * scale));
  const bars = [
    bar('us', at(step.startedAt), (step.endedAt - step.startedAt) * scale),
    ...step.waits.map(wait => bar(wait.whom, at(wait.from), (wait.until - wait.from) * scale)),
    ...step.exchanges.map(({ startedAt, timings }) => bar('host', at(startedAt), timings.whole * scale)),
  ];
  return html`<svg class="wf" viewBox="0 0 ${WIDTH} 10" preserveAspectRatio="none" aria-hidden="true">${raw(bars.join(''))}</svg>`;
}

/** The phases of one exchange in words; those that did not happen are left out. */
export const phases = ({ dns, connect, tls, firstByte, whole }: Timings): string =>
  [
    ...(
      [
        ['name', dns],
        ['connect', connect],
        ['TLS', tls],
        ['first byte', firstByte],
      ] as const
    ).flatMap(([name, ms]) => (ms === undefined ? [] : [`${name} ${duration(ms)}`])),
    `whole ${duration(whole)}`,
  ].join(' · ');
