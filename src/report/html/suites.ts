import { OUTCOMES } from '../../model/outcome.ts';
import type { RunRecord, SuiteRecord } from '../../model/run-record.ts';
import { count, duration, LABELS, SYMBOLS } from '../words.ts';
import { type Evidence, evidence as evidenceOf } from './evidence.ts';
import { anchor, html, type Markup, raw } from './markup.ts';
import { permalink, section, sign, tone } from './parts.ts';
import { stepBlock } from './step.ts';

/** A longer suite stays folded even when something in it did not pass. */
const OPENS = 60;

function tally({ steps }: SuiteRecord): Markup[] {
  return OUTCOMES.flatMap(outcome => {
    const n = steps.filter(step => step.outcome === outcome).length;
    return n === 0
      ? []
      : [html`<span class="${tone(outcome)}" title="${LABELS[outcome]}">${SYMBOLS[outcome]} ${n}</span> `];
  });
}

function suiteBlock(suite: SuiteRecord, evidence: Evidence): Markup {
  const opens = suite.steps.length <= OPENS;
  return html`<details class="suite" id="${anchor('suite', suite.id)}" data-outcome="${raw(suite.outcome)}"${opens ? html` open` : null}>
<summary>${sign(suite.outcome)} <h3>${suite.title}</h3> <span class="tally num">${tally(suite)}</span> <span class="num soft">${duration(suite.endedAt - suite.startedAt)}</span></summary>
<div class="steps">${suite.steps.map(step => stepBlock(step, suite, evidence))}</div>
<p class="phases"><span class="soft">${suite.id}</span> ${permalink('suite', suite.id, 'this suite')}</p></details>`;
}

/** Every suite and step with its exchanges and mails. */
export function suites(record: RunRecord): Markup {
  const evidence = evidenceOf(record);
  const exchanges = record.suites.flatMap(suite => suite.steps).reduce((sum, step) => sum + step.exchanges.length, 0);
  const folded = exchanges - evidence.written.size;
  const lead = html`${count(record.suites.length, 'suite')}, ${count(record.counts.steps, 'step')}, ${count(exchanges, 'exchange')}. The bar shows where in its suite a step stood and whom it waited for.${folded === 0 ? null : html` To keep this page light, ${count(folded, 'exchange')} of steps without findings are opened from the data in this file, which takes JavaScript; without it they can be read in report.json.`}`;
  return section('suites', 'Suites and steps', lead, html`${record.suites.map(suite => suiteBlock(suite, evidence))}`);
}
