import type { JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { places } from '../findings.ts';
import { count } from '../words.ts';
import { attr, html, link, type Markup, webAddress } from './markup.ts';
import { section, table } from './parts.ts';

const text = (waiver: JsonObject, name: string): string => {
  const value = waiver[name];
  return value === undefined || value === null ? '' : String(value);
};

/** Whole days from one moment to a date; negative when it has passed. */
const daysUntil = (date: string, from: string): number => Math.ceil((Date.parse(date) - Date.parse(from)) / 86_400_000);

function left(date: string, from: string): string {
  const days = daysUntil(date, from);
  if (Number.isNaN(days)) return '';
  return days < 0 ? `expired ${count(-days, 'day')} before the run` : `${count(days, 'day')} left at the run`;
}

/** Known failures that somebody accepted for a time. */
export function waivers(record: RunRecord): Markup {
  const used = new Map(
    places(record)
      .filter(({ finding }) => finding.waiver !== undefined)
      .map(place => [place.finding.fingerprint, place]),
  );
  const rows = record.waivers.map(waiver => {
    const issue = text(waiver, 'issue');
    const place = used.get(text(waiver, 'fingerprint'));
    const expires = text(waiver, 'expires');
    return html`<tr><th scope="row"><code>${text(waiver, 'check')}</code>${place === undefined ? null : html` <a href="${link('finding', place.finding.id)}">finding</a>`}</th>
<td>${text(waiver, 'reason')}</td><td>${text(waiver, 'owner')}</td>
<td>${webAddress(issue) === null ? issue : html`<a href="${attr(issue)}" rel="noreferrer">${issue}</a>`}</td>
<td>${expires} <span class="source">${left(expires, record.run.startedAt)}</span></td></tr>`;
  });
  return section(
    'waivers',
    'Waivers',
    '',
    rows.length === 0
      ? html`<p>None. No failure was accepted in advance.</p>`
      : table('Waivers', ['Check', 'Reason', 'Owner', 'Issue', 'Expires'], rows),
  );
}
