import { EngineException } from './outcome.ts';

/** Ticks are 100 ns; of a date they count from 0001-01-01. */
export const PER_MILLISECOND = 10_000n;
export const PER_SECOND = 10_000_000n;
export const PER_MINUTE = 60n * PER_SECOND;
export const PER_HOUR = 60n * PER_MINUTE;
export const PER_DAY = 24n * PER_HOUR;
/** The Unix epoch. */
export const EPOCH = 621_355_968_000_000_000n;
const MAX_TICKS = 3_155_378_975_999_999_999n;

/** @throws EngineException when no date has these ticks. */
export function checkedTicks(ticks: bigint): bigint {
  if (ticks < 0n || ticks > MAX_TICKS) throw new EngineException('The date is outside the years 1 to 9999.');
  return ticks;
}

export function ticksOf(date: Date): bigint {
  return EPOCH + BigInt(date.getTime()) * PER_MILLISECOND;
}

export function dateOfTicks(ticks: bigint): Date {
  return new Date(Number(ticks / PER_MILLISECOND - EPOCH / PER_MILLISECOND));
}
