import type { Effects, RunRecord } from '../../model/run-record.ts';
import { count, duration, grouped } from '../words.ts';
import { html, type Markup } from './markup.ts';
import { moment, section, table } from './parts.ts';

const ROWS: readonly (readonly [title: string, of: (effects: Effects) => string])[] = [
  ['Accounts created', effects => String(effects.accounts)],
  ['Mails caused', effects => String(effects.mails)],
  ['Messages sent', effects => String(effects.messages)],
  ['Failed credentials', effects => String(effects.failedCredentials)],
  ['Requests', effects => grouped(effects.requests)],
  ['Steps', effects => grouped(effects.steps)],
  ['Endpoints', effects => String(effects.endpoints.length)],
  ['Duration', effects => duration(effects.seconds * 1000)],
];

/** What the run did to the host: spent against planned, and what it left there. */
export function effects({ planned, spent, leftBehind, ledger }: RunRecord): Markup {
  const rows = ROWS.map(
    ([title, of]) =>
      html`<tr><th scope="row">${title}</th><td class="num">${of(planned)}</td><td class="num">${of(spent)}</td></tr>`,
  );
  const left =
    leftBehind.length === 0
      ? html`<p>Nothing was left behind.</p>`
      : html`<p>${count(leftBehind.length, 'account')} stayed on the host; the Agent API has no call that deletes one.</p>
${table(
  'Accounts left behind',
  ['Account', 'E-mail', 'Actor', 'Suite', 'Created', 'Confirmed by the host'],
  leftBehind.map(
    one =>
      html`<tr><th scope="row">${one.userName}</th><td>${one.eMail}</td><td>${one.actor}</td><td>${one.suite}</td><td class="num">${moment(one.createdAt)}</td><td>${one.confirmed ? 'yes' : 'no: the run ended before the answer'}</td></tr>`,
  ),
)}`;
  return section(
    'effects',
    'What the run did to the host',
    '',
    html`${table('Planned and spent', ['Effect', 'Planned', 'Spent'], rows, 'narrow')}${left}${ledger === undefined ? null : known(ledger)}`,
  );
}

/** What the ledger knew of the target before the run. */
const known = ({ onHost, unconfirmed, quota }: NonNullable<RunRecord['ledger']>): Markup =>
  html`<p>Before the run, the ledger of this installation knew ${count(onHost, 'account')} on this host${unconfirmed === 0 ? '' : `, ${unconfirmed} of them never confirmed`}${quota === null ? '' : `; the quota of the key is ${quota}`}.</p>`;
