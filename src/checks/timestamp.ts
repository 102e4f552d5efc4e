import type { Json } from '../model/json.ts';

/** A timestamp of an answer in Unix seconds, from either form that sources publish; null when it is neither. */
export function readTimestamp(value: Json | undefined): number | null {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return null;
  const moment = Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(value) ? value : `${value}Z`);
  return Number.isNaN(moment) ? null : moment / 1000;
}
