import type { StepRecord, SuiteRecord } from '../../model/run-record.ts';
import { count, duration } from '../words.ts';
import type { Evidence } from './evidence.ts';
import { exchangeBlock } from './exchange.ts';
import { mailBlock } from './mail.ts';
import { anchor, html, link, type Markup, raw } from './markup.ts';
import { permalink, sign } from './parts.ts';
import { stepBar } from './waterfall.ts';

/** What the checks of a step said: those that passed with how often, and the findings. */
function judged({ passed, findings }: StepRecord): Markup {
  const passes = Object.entries(passed);
  const said = findings.map(
    finding => html`<li>${sign(finding.outcome)} <a href="${link('finding', finding.id)}">${finding.message}</a></li>`,
  );
  return html`${said.length === 0 ? null : html`<ul class="said">${said}</ul>`}
${
  passes.length === 0
    ? null
    : html`<p class="passed"><span class="o-pass" aria-hidden="true">✓</span> ${count(
        passes.reduce((sum, [, n]) => sum + n, 0),
        'check',
      )} passed: ${passes.map(([check, n], index) => html`${index === 0 ? '' : ', '}<code>${check}</code>${n > 1 ? ` ×${n}` : ''}`)}</p>`
}`;
}

/** One step, folded, with all that was seen. */
export function stepBlock(step: StepRecord, suite: SuiteRecord, evidence: Evidence): Markup {
  const id = `${suite.id}/${step.id}`;
  const waits = step.waits.map(
    wait =>
      html`<p class="phases">Waited ${duration(wait.until - wait.from)} for ${wait.what}, ${count(wait.attempts, 'look')}.</p>`,
  );
  return html`<details class="step" id="${anchor('step', id)}" data-outcome="${raw(step.outcome)}">
<summary>${sign(step.outcome)} <span class="title">${step.title}</span> <span class="ep">${step.endpoint ?? step.verb}</span> <span class="soft who">${step.actor ?? ''}</span> ${stepBar(step, suite.startedAt, suite.endedAt)} <span class="num">${duration(step.endedAt - step.startedAt)}</span></summary>
<div class="in">${judged(step)}${step.proves.length === 0 ? null : html`<p class="passed">Proves ${step.proves.map((one, index) => html`${index === 0 ? '' : ', '}<a href="${link('requirement', one)}">${one}</a>`)}</p>`}
${waits}${step.exchanges.map(exchange => exchangeBlock(exchange, evidence))}${step.mails.map(mailBlock)}
<p class="phases"><span class="soft">${id}</span> ${permalink('step', id, 'this step')}</p></div></details>`;
}
