import { parseIsoDate } from './iso-dates.ts';
import { inRange, parseLong } from './numerals.ts';
import { EngineException } from './outcome.ts';
import { parseOffset } from './spans.ts';
import { checkedTicks, EPOCH, PER_HOUR, PER_MINUTE, PER_SECOND } from './ticks.ts';

/** 32-bit integers are Unix seconds, all others are ticks: so seconds after 2038 become a moment in year 1. */
export function dateOfInteger(value: bigint): bigint {
  return inRange(value, 32) ? EPOCH + value * PER_SECOND : checkedTicks(value);
}

export function dateOfNumber(value: number): bigint {
  if (!Number.isFinite(value)) throw new EngineException('The number is not a date.');
  return dateOfInteger(BigInt(Math.trunc(value)));
}

/** A date in text: an ISO form, else an integer as above; undefined when it is neither. */
export function dateOfText(text: string): bigint | undefined {
  const written = parseIsoDate(text);
  if (written !== undefined) return written;
  const value = parseLong(text);
  return value === undefined ? undefined : dateOfInteger(value);
}

const MAX_OFFSET = 14n * PER_HOUR;

/** A date with a Z or an offset; the last minus of a bare date is taken for the sign of one. In ticks of its own time. */
export function parseDateOffset(text: string): bigint | undefined {
  const trimmed = text.trim();
  const isUtc = /z$/i.test(trimmed);
  const at = isUtc ? trimmed.length - 1 : Math.max(trimmed.lastIndexOf('+'), trimmed.lastIndexOf('-'));
  if (at < 0) return undefined;
  const offset = isUtc ? 0n : parseOffset(trimmed.slice(at + 1));
  const date = offset === undefined ? undefined : parseIsoDate(trimmed.slice(0, at).trimEnd());
  if (date === undefined || offset === undefined) return undefined;
  if (offset > MAX_OFFSET || offset < -MAX_OFFSET || offset % PER_MINUTE !== 0n) {
    throw new EngineException('The offset of the date is not of whole minutes within 14 hours.');
  }
  return date;
}
