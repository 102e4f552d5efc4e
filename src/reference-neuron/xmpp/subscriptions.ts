import type { Host } from '../host.ts';
import type { Account } from '../state/accounts.ts';
import { type Contact, newContact } from '../state/rosters.ts';
import { localAccount, parseJid } from './jid.ts';

/** The bare address of an account of this host. */
export const addressOf = (host: Host, account: Account): string => `${account.userName}@${host.domain}`;

/** Changes a contact on an account's roster, which is added when it is not there. */
export function changeContact(host: Host, account: Account, bareJid: string, change: Partial<Contact>): Contact {
  const known = host.rosters.find(account.userName, bareJid) ?? newContact(bareJid);
  const contact = { ...known, ...change };
  host.rosters.save(account.userName, contact);
  return contact;
}

/** Changes how the other side of a contact, where it is on this host, sees the account. */
export function changeOtherSide(host: Host, account: Account, bareJid: string, change: Partial<Contact>): void {
  const jid = parseJid(bareJid);
  const other = jid === undefined ? undefined : localAccount(host, jid);
  const own = addressOf(host, account);
  if (other === undefined || !host.policies.roster.bothSides) return;
  if (host.rosters.find(other.userName, own) !== undefined) changeContact(host, other, own, change);
}

/** Asks a contact to let the account see its presence. */
export function requestSubscription(host: Host, account: Account, bareJid: string): Contact {
  const known = host.rosters.find(account.userName, bareJid) ?? newContact(bareJid);
  if (!known.to) host.requests.add(bareJid, addressOf(host, account));
  return changeContact(host, account, bareJid, { asked: !known.to && host.policies.roster.marksPending });
}

/** Ends what the two sides see of each other. */
export function cancelSubscriptions(host: Host, account: Account, { bareJid }: Contact): void {
  host.requests.answer(bareJid, addressOf(host, account));
  changeOtherSide(host, account, bareJid, { to: false, from: false, asked: false });
}
