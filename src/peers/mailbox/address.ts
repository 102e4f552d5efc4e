import { createHash } from 'node:crypto';

/** Where an address book gets its addresses from: a catch-all domain, or one account with plus-addressing. */
export interface AddressScheme {
  readonly runId: string;
  readonly domain: string;
  readonly plusAddress?: string | undefined;
}

/** The address of an actor in a run. Two names give two addresses, and a name gives the same one each time. */
export function addressOf(actor: string, scheme: AddressScheme): string {
  const local = `${localName(actor)}.${scheme.runId}`.toLowerCase();
  if (scheme.plusAddress === undefined) return `${local}@${scheme.domain}`;
  const at = scheme.plusAddress.lastIndexOf('@');
  return `${scheme.plusAddress.slice(0, at)}+${local}${scheme.plusAddress.slice(at)}`;
}

/** The end that all addresses of a run share, so that one search finds the mails of all its actors. */
export function sharedEnd(address: string, scheme: AddressScheme): string | null {
  const domain = scheme.plusAddress?.slice(scheme.plusAddress.lastIndexOf('@') + 1) ?? scheme.domain;
  const end = `.${scheme.runId}@${domain}`.toLowerCase();
  return address.toLowerCase().endsWith(end) ? end : null;
}

/** Mail servers differ in how they treat case in local parts; none keeps two addresses apart by case alone. */
export const sameAddress = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Only letters and digits pass the host's pattern for e-mail addresses; other names are told apart by a hash. */
function localName(actor: string): string {
  if (/^[a-z0-9]{1,24}$/.test(actor)) return actor;
  const plain = actor
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')
    .slice(0, 16);
  return `${plain}-${createHash('sha256').update(actor).digest('hex').slice(0, 8)}`;
}
