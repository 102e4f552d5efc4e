import { EngineException } from './outcome.ts';

const HEX = '[\\dA-Fa-f]';
const GUID_PLAIN = new RegExp(`^(?:${HEX}{32}|(\\{|\\()?${HEX}{8}(?:-${HEX}{4}){3}-${HEX}{12}(\\}|\\))?)$`);
const GUID_HEX = new RegExp(
  `^\\{0x${HEX}{1,8},0x${HEX}{1,4},0x${HEX}{1,4},\\{0x${HEX}{1,2}(?:,0x${HEX}{1,2}){7}\\}\\}$`,
  'i',
);

/** One of the forms of .NET's Guid parser (N, D, B, P, X), with white space around it. */
export function isGuid(text: string): boolean {
  const plain = GUID_PLAIN.exec(text.trim());
  if (plain === null) return GUID_HEX.test(text.replaceAll(/\s/g, ''));
  const [, open = '', close = ''] = plain;
  return `${open}${close}` === '' || `${open}${close}` === '{}' || `${open}${close}` === '()';
}

const DURATION = /^-?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+(?:\.\d*)?S)?)?$/;

/** An ISO 8601 duration without weeks; every part is optional, so a bare `P` is one. */
export function isDuration(text: string): boolean {
  const found = DURATION.exec(text);
  if (found === null) return false;
  if (found.slice(1).some(part => Number(part ?? 0) > 2_147_483_647)) {
    throw new EngineException('A part of the duration does not fit 32 bits.');
  }
  return true;
}

const LONGEST_URI = 65_519;
const WITH_HOST = /^\s*(?:https?|ftps?|wss?|gopher|nntp|telnet|ldap|net\.tcp):\/\/([^/?#]*)/i;
const HOST = /^(?:[^@]*@)?(?:\[[\dA-Fa-f:.%]+\]|[\p{L}\p{N}_.-]+)(?::(\d*))?$/u;

/** A URI reference as .NET reads it: nearly any text, unless it starts like an address and its host is wrong. */
export function isUri(text: string): boolean {
  if (text.length > LONGEST_URI) return false;
  const authority = WITH_HOST.exec(text)?.[1];
  if (authority === undefined) return true;
  const host = HOST.exec(authority);
  return host !== null && Number(host[1] ?? 0) <= 65_535;
}
