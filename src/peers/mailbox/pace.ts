import { setTimeout as delay } from 'node:timers/promises';

/** Lets no more than `most` through in any second, in the order in which they came. */
export function pace(most: number, now: () => number): (signal: AbortSignal) => Promise<void> {
  const starts: number[] = [];
  return async signal => {
    const at = now();
    const start = Math.max(at, (starts.at(-most) ?? Number.NEGATIVE_INFINITY) + 1_000);
    starts.push(start);
    starts.splice(0, starts.length - most);
    if (start > at) await delay(start - at, undefined, { signal });
  };
}
