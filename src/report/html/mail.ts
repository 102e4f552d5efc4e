import type { MailRecord } from '../../model/run-record.ts';
import { clipped } from '../visible.ts';
import { count, duration, list, size } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { moment } from './parts.ts';

const TEXT_SHOWN = 8 * 1024;

/** One captured mail: envelope, how long it took, which code was read out of it and why. */
export function mailBlock(mail: MailRecord): Markup {
  const took = mail.triggeredAt === null ? '' : `, ${duration(mail.arrivedAt - mail.triggeredAt)} after the request`;
  return html`<details class="x mail"><summary><b>Mail</b> ${clipped(mail.subject, 120)} <span class="num soft">${size(mail.bytes)}${took}</span></summary>
<dl class="rows">
<div><dt>From</dt><dd>${mail.from}${mail.envelopeFrom === null ? null : html` <span class="soft">(envelope ${mail.envelopeFrom})</span>`}</dd></div>
<div><dt>To</dt><dd>${list(mail.to)} <span class="soft">(envelope ${list(mail.envelopeTo)})</span></dd></div>
<div><dt>Arrived</dt><dd>${moment(mail.arrivedAt)}</dd></div>
<div><dt>Code</dt><dd>${mail.chosen.code === null ? 'none' : html`<code>${mail.chosen.code}</code>`} <span class="soft">${mail.chosen.why}</span></dd></div>
${mail.attachments.length === 0 ? null : html`<div><dt>Attachments</dt><dd>${mail.attachments.map(one => html`${one.name} <span class="soft">${one.type}, ${size(one.bytes)}</span> `)}</dd></div>`}
</dl>
<div class="io"><div><p class="cap">${count(mail.headers.length, 'header')}</p><pre class="http" tabindex="0">${mail.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre></div>
<div><p class="cap">${mail.text === '' ? 'HTML, as source' : 'Text'}</p><pre tabindex="0">${clipped(mail.text === '' ? (mail.html ?? '') : mail.text, TEXT_SHOWN)}</pre></div></div></details>`;
}
