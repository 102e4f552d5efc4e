/** Whether an address is one that the mailbox gives to actors. */
export type AddressTest = (address: string) => boolean;

const ADDRESS = /[^\s<>,;:"()]+@[^\s<>,;:"()]+/g;
const ENVELOPE = /^(?:delivered-to|x-original-to|envelope-to|x-envelope-to|x-delivered-to)$/;

export interface Head {
  readonly recipients: readonly string[];
  readonly returnPath: string | null;
  /** The same for two copies of one delivery, as a server makes for two recipients of one folder; null when unknown. */
  readonly delivery: string | null;
}

/**
 * Whom a mail in a folder was sent to. Delivery leaves the envelope's recipient in one header or another; where one
 * of them names an address of ours it is believed, because what stands in To need not be whom the mail went to.
 */
export function readHead(head: string, isOurs: AddressTest): Head {
  const lines = head.split(/\r?\n(?![ \t])/).map(line => {
    const colon = line.indexOf(':');
    return { name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1) };
  });
  const named = (test: (name: string) => boolean): string[] =>
    lines.filter(({ name }) => test(name)).flatMap(({ value }) => value.match(ADDRESS) ?? []);
  const envelope = named(name => ENVELOPE.test(name));
  const header = named(name => name === 'to' || name === 'cc');
  const trace = lines.filter(({ name }) => name === 'received' || name === 'message-id' || ENVELOPE.test(name));
  return {
    recipients: [...new Set(envelope.some(isOurs) ? envelope : [...envelope, ...header])],
    returnPath: named(name => name === 'return-path')[0] ?? null,
    delivery: trace.some(({ name }) => name === 'received') ? JSON.stringify(trace) : null,
  };
}
