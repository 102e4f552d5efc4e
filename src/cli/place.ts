import { InvalidArgumentError } from 'commander';

/** Where to listen, or whom to connect to. */
export interface Place {
  /** A name or an address; IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

/** Reads `host:port`, an IPv6 address in brackets; the scheme of a URL may stand before it. */
export function place(text: string): Place {
  const [, host, digits] = /^(?:(?:smtp|http):\/\/)?(\[[^\]]+\]|[^:/]+):(\d+)$/.exec(text) ?? [];
  if (host === undefined || digits === undefined) throw new InvalidArgumentError(`"${text}" is not host:port.`);
  return { host: host.replace(/^\[|\]$/g, ''), port: port(digits) };
}

export function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError(`"${text}" is no port.`);
  return value;
}

/** `host:port` as `place` reads it. */
export const shownPlace = ({ host, port }: Place): string => `${host.includes(':') ? `[${host}]` : host}:${port}`;
