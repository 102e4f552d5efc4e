import { parseInt32, parseLong } from './numerals.ts';
import { PER_DAY, PER_SECOND } from './ticks.ts';

const MAX_TICKS = 2n ** 63n - 1n;

const SPAN = /^\s*(-?)(?:(\d+)(?:[.:](?=\d+:\d+:\d+)|\.(?=\d+:\d+)))?(\d+):(\d+)(?::(\d+)(?:\.(\d+))?)?\s*$/;
const DAYS = /^\s*(-?)(\d+)\s*$/;

/** A time span in text as .NET reads it, in ticks: `d`, `hh:mm`, `hh:mm:ss.fff`, `d.hh:mm`, `d:hh:mm:ss`. */
export function parseSpan(text: string): bigint | undefined {
  const days = DAYS.exec(text);
  if (days !== null) return signed(days[1], BigInt(days[2] ?? '0') * PER_DAY);
  const found = SPAN.exec(text);
  if (found === null) return undefined;
  const [, sign, day = '0', hour = '0', minute = '0', second = '0', fraction = ''] = found;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const seconds = BigInt(hour) * 3600n + BigInt(minute) * 60n + BigInt(second);
  const rest = BigInt(fraction.slice(0, 7).padEnd(7, '0'));
  return signed(sign, BigInt(day) * PER_DAY + seconds * PER_SECOND + rest);
}

function signed(sign: string | undefined, ticks: bigint): bigint | undefined {
  if (ticks > MAX_TICKS) return undefined;
  return sign === '-' ? -ticks : ticks;
}

/** A TimeSpan in text; an integer too large for days is a number of ticks. */
export function spanOfText(text: string): bigint | undefined {
  return parseSpan(text) ?? parseLong(text);
}

/** The offset after the sign of a date: `02:00`, but also `0200`, which the engine takes for 200 days. */
export function parseOffset(text: string): bigint | undefined {
  const days = parseInt32(text);
  if (days !== undefined) return BigInt(days) * PER_DAY;
  return parseSpan(text);
}
