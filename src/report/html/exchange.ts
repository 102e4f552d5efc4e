import type { Answer, Exchange } from '../../model/exchange.ts';
import { clipped } from '../visible.ts';
import { duration, size } from '../words.ts';
import { BODY_SHOWN, type Evidence } from './evidence.ts';
import { anchor, attr, html, link, type Markup, raw } from './markup.ts';
import { answerText, bodyRemark, prettyJson, requestText } from './shared.ts';
import { phases } from './waterfall.ts';

const clip = <T extends { readonly body: { readonly text: string } | null }>(message: T): T =>
  message.body === null || message.body.text.length <= BODY_SHOWN
    ? message
    : { ...message, body: { ...message.body, text: clipped(message.body.text, BODY_SHOWN) } };

const statusClass = (answer: Answer | null): string =>
  answer === null ? 'x' : String(Math.floor(answer.status / 100));

function head({ request, answer, timings, endpoint }: Exchange): Markup {
  const path = endpoint ?? (request.url.replace(/^[a-z]+:\/\/[^/]*/i, '') || '/');
  return html`<b>${request.method}</b> ${clipped(path, 120)} <span class="st s${raw(statusClass(answer))}">${answer === null ? 'no answer' : answer.status}</span> <span class="num soft">${duration(timings.whole)}${answer === null ? '' : ` · ${size(answer.body.bytes)}`}</span>`;
}

function remarks({ request, answer, failure }: Exchange): Markup[] {
  return [
    ...(failure === null ? [] : [html`<p class="why">${failure.message}</p>`]),
    ...[request.body, answer?.body].flatMap(body => {
      const remark = body === null || body === undefined ? '' : bodyRemark(body);
      return remark === '' ? [] : [html`<p class="hint">${remark}</p>`];
    }),
    ...([request.body, answer?.body].some(body => (body?.text.length ?? 0) > BODY_SHOWN)
      ? [
          html`<p class="hint">A long body is shown in part; the whole is in this file’s data. <button type="button" class="js whole">Show all of it</button></p>`,
        ]
      : []),
  ];
}

function sides(exchange: Exchange, sameAs: string | undefined): Markup {
  const { request, answer } = exchange;
  const received =
    answer === null
      ? html`<p class="off">No answer.</p>`
      : sameAs === undefined
        ? html`<pre class="http" tabindex="0">${answerText(clip(answer), prettyJson)}</pre>`
        : html`<pre class="http" tabindex="0">${answerText({ ...answer, body: { ...answer.body, text: '' } }, prettyJson)}</pre><p class="hint">The body is the same as in <a href="${link('exchange', sameAs)}">${sameAs}</a>.</p>`;
  return html`<div class="io"><div><p class="cap">Sent</p><pre class="http" tabindex="0">${requestText(clip(request), prettyJson)}</pre></div><div><p class="cap">Received</p>${received}</div></div>`;
}

/** One exchange, folded: what was sent and received as it went over the wire, and how long each phase took. */
export function exchangeBlock(exchange: Exchange, { written, sameBody }: Evidence): Markup {
  if (!written.has(exchange.id)) {
    return html`<details class="x lazy" id="${anchor('exchange', exchange.id)}" data-x="${attr(exchange.id)}"><summary>${head(exchange)}</summary></details>`;
  }
  return html`<details class="x" id="${anchor('exchange', exchange.id)}" data-x="${attr(exchange.id)}"><summary>${head(exchange)}</summary>
${remarks(exchange)}${sides(exchange, sameBody.get(exchange.id))}
<p class="phases">${phases(exchange.timings)} <span class="soft">${exchange.id}</span> <button type="button" class="js curl">Copy as curl</button></p></details>`;
}
