import type { MailRecord } from '../../model/run-record.ts';
import { clipped } from '../visible.ts';
import { count, duration, list, size } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { moment } from './parts.ts';

const TEXT_SHOWN = 8 * 1024;

/** One captured mail, or text message: envelope, how long it took, which code was read out of it and why. */
export const mailBlock = (mail: MailRecord): Markup => (mail.medium === 'sms' ? smsBlock(mail) : letterBlock(mail));

const summary = (kind: string, said: string, { bytes, triggeredAt, arrivedAt }: MailRecord): Markup => {
  const took = triggeredAt === null ? '' : `, ${duration(arrivedAt - triggeredAt)} after the request`;
  return html`<summary><b>${kind}</b> ${clipped(said, 120)} <span class="num soft">${size(bytes)}${took}</span></summary>`;
};

const arrival = ({ arrivedAt, chosen }: MailRecord): Markup => html`
<div><dt>Arrived</dt><dd>${moment(arrivedAt)}</dd></div>
<div><dt>Code</dt><dd>${chosen.code === null ? 'none ' : null}<span class="soft">${chosen.why}</span></dd></div>`;

const smsBlock = (sms: MailRecord): Markup => html`<details class="x mail">${summary('SMS', sms.text, sms)}
<dl class="rows">
<div><dt>To</dt><dd>${list(sms.to)}</dd></div>${arrival(sms)}
</dl>
<div class="io"><div><p class="cap">Text</p><pre tabindex="0">${clipped(sms.text, TEXT_SHOWN)}</pre></div></div></details>`;

function letterBlock(mail: MailRecord): Markup {
  return html`<details class="x mail">${summary('Mail', mail.subject, mail)}
<dl class="rows">
<div><dt>From</dt><dd>${mail.from}${mail.envelopeFrom === null ? null : html` <span class="soft">(envelope ${mail.envelopeFrom})</span>`}</dd></div>
<div><dt>To</dt><dd>${list(mail.to)} <span class="soft">(envelope ${list(mail.envelopeTo)})</span></dd></div>${arrival(mail)}
${mail.attachments.length === 0 ? null : html`<div><dt>Attachments</dt><dd>${mail.attachments.map(one => html`${one.name} <span class="soft">${one.type}, ${size(one.bytes)}</span> `)}</dd></div>`}
</dl>
<div class="io"><div><p class="cap">${count(mail.headers.length, 'header')}</p><pre class="http" tabindex="0">${mail.headers.map(([name, value]) => `${name}: ${value}`).join('\n')}</pre></div>
<div><p class="cap">${mail.text === '' ? 'HTML, as source' : 'Text'}</p><pre tabindex="0">${clipped(mail.text === '' ? (mail.html ?? '') : mail.text, TEXT_SHOWN)}</pre></div></div></details>`;
}
