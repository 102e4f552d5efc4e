import type { Value } from '../value.ts';
import { XmlElement } from '../xml/element.ts';
import { xmlToValue } from '../xml/to-value.ts';

export type TimeText = (moment: Date) => number | string;

/** Whole seconds since 1970, the fraction cut off. */
export const unixSeconds: TimeText = moment => Math.floor(moment.getTime() / 1000);

/** ISO 8601 in UTC, without the fraction. */
export const isoText: TimeText = moment => moment.toISOString().replace(/\.\d{3}Z$/, 'Z');

/** Compact JSON; a member that is undefined is left out, null is written. */
export const writeJson = (value: Value, time: TimeText): string => JSON.stringify(plain(value, time));

function plain(value: Value | undefined, time: TimeText): unknown {
  if (value instanceof Date) return time(value);
  if (value instanceof XmlElement) return plain(xmlToValue(value), time);
  if (Array.isArray(value)) return value.map(item => plain(item, time));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member, time)]));
}
