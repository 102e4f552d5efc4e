import type { Outcome } from '../../model/outcome.ts';
import { LABELS, SYMBOLS } from '../words.ts';
import { attr, html, link, type Markup, raw } from './markup.ts';

/** The class that gives an outcome its colour. */
export const tone = (outcome: Outcome): Markup => raw(`o-${outcome}`);

/** Sign and name of an outcome. */
export const badge = (outcome: Outcome): Markup =>
  html`<span class="badge ${tone(outcome)}"><span aria-hidden="true">${SYMBOLS[outcome]}</span> ${LABELS[outcome]}</span>`;

/** The sign alone; its name is read out. */
export const sign = (outcome: Outcome): Markup =>
  html`<span class="sign ${tone(outcome)}" role="img" aria-label="${attr(LABELS[outcome])}">${SYMBOLS[outcome]}</span>`;

/** A link to the place itself, to be copied. */
export const permalink = (kind: string, id: string, what: string): Markup =>
  html`<a class="perma" href="${link(kind, id)}" aria-label="${attr(`Link to ${what}`)}">#</a>`;

/** A section with its heading; its id is what the table of contents links to. */
export const section = (id: string, title: string, lead: Markup | string, content: Markup): Markup => html`
<section id="${raw(id)}" class="block" aria-labelledby="${raw(id)}-h">
<h2 id="${raw(id)}-h">${title}</h2>
${lead === '' ? null : html`<p class="lead">${lead}</p>`}
${content}
</section>`;

/** A table that scrolls sideways on its own where the window is narrow. */
export const table = (label: string, head: readonly string[], rows: readonly Markup[], kind = ''): Markup => html`
<div class="scroll" role="group" aria-label="${attr(label)}" tabindex="0"><table class="${raw(kind)}">
<thead><tr>${head.map(title => html`<th scope="col">${title}</th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>`;

/** A moment in UTC: `2026-11-21 02:00:00 UTC`. */
export const moment = (at: number | string): string =>
  `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
