import type { Host } from '../host.ts';
import { refuse } from '../http/reply.ts';

import type { Account } from '../state/accounts.ts';

/** An XMPP address; `local` and `resource` are empty where there is none. */
export interface Jid {
  readonly local: string;
  readonly domain: string;
  readonly resource: string;
}

export function parseJid(text: string): Jid | undefined {
  const found = /^(?:([^\s@/"&':<>\p{C}]+)@)?([^\s@/\p{C}]+?)(?:\/(\P{Cc}+))?$/u.exec(text);
  return found?.[2] === undefined ? undefined : { local: found[1] ?? '', domain: found[2], resource: found[3] ?? '' };
}

/** The address, or a refusal of what is none. */
export function requireJid(text: string): Jid {
  const jid = parseJid(text);
  if (jid === undefined) throw refuse(400, 'Invalid JID.');
  return jid;
}

export const bare = ({ local, domain }: Jid): string => (local === '' ? domain : `${local}@${domain}`);

/** The account of this host that an address names, if it is one. */
export function localAccount(host: Host, { local, domain }: Jid): Account | undefined {
  return domain.toLowerCase() === host.domain.toLowerCase() ? host.accounts.find(local) : undefined;
}
