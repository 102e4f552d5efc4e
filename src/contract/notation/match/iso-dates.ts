import { parseInt32 } from './numerals.ts';
import { EngineException } from './outcome.ts';
import { parseOffset } from './spans.ts';
import { checkedTicks, ticksOf } from './ticks.ts';

/** Reads the engine's ISO forms, from `2024` to `2024-08-02T10:22:11.123+02:00`. */
export function parseIsoDate(text: string): bigint | undefined {
  const zoned = splitZone(text.trim());
  const ticks = zoned === undefined ? undefined : parseLocal(zoned.local);
  // The engine adds the offset where it should subtract it.
  return zoned === undefined || ticks === undefined ? undefined : checkedTicks(ticks + zoned.offset);
}

interface Zoned {
  readonly local: string;
  readonly offset: bigint;
}

function splitZone(text: string): Zoned | undefined {
  if (/z$/i.test(text)) return { local: text.slice(0, -1).trimEnd(), offset: 0n };
  const time = text.indexOf('T');
  const sign = time < 0 ? -1 : text.slice(time).search(/[+-]/);
  if (sign < 0) return { local: text, offset: 0n };
  const at = time + sign;
  const offset = parseOffset(text.slice(at + 1));
  if (offset === undefined) return undefined;
  return { local: text.slice(0, at).trimEnd(), offset: text[at] === '-' ? -offset : offset };
}

/** Each part ends at its delimiter or at the end of the text; a delimiter may be the last character. */
function parseLocal(text: string): bigint | undefined {
  const parts: number[] = [];
  const limits = [
    { end: '-', from: 1, to: 9999 },
    { end: '-', from: 1, to: 12 },
    { end: 'T', from: 1, to: 31 },
    { end: ':', from: 0, to: 23 },
    { end: ':', from: 0, to: 59 },
    { end: '.', from: 0, to: 59 },
  ];
  let at = 0;
  for (const { end, from, to } of limits) {
    const found = text.indexOf(end, at);
    if (found === at) return undefined;
    const stop = found < 0 ? text.length : found;
    const value = parseInt32(text.slice(at, stop));
    if (value === undefined || value < from || value > to) return undefined;
    parts.push(value);
    at = stop + 1;
    if (at >= text.length) return ticksOfParts(parts, 0);
  }
  const fraction = parseInt32(text.slice(at));
  return fraction === undefined ? undefined : ticksOfParts(parts, milliseconds(fraction, text.length - at));
}

/** More than three decimals are cut to four and rounded; so .9996 is 1000 ms, which .NET refuses. */
function milliseconds(fraction: number, digits: number): number {
  if (digits <= 3) return fraction;
  const four = Math.trunc(fraction / 10 ** (digits - 4));
  return Math.trunc((four + 5) / 10);
}

function ticksOfParts(parts: readonly number[], ms: number): bigint | undefined {
  const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return undefined;
  if (ms < 0 || ms > 999) throw new EngineException('The fraction of the second rounds to a whole second.');
  date.setUTCHours(hour, minute, second, ms);
  return ticksOf(date);
}
