import { setTimeout as delay } from 'node:timers/promises';

/** Keeps at least `ms` between the starts of what passes through, in the order in which it came. */
export function spaced(ms: number, now: () => number): (signal: AbortSignal) => Promise<void> {
  let free = 0;
  return async signal => {
    const at = now();
    const start = Math.max(at, free);
    free = start + ms;
    if (start > at) await delay(start - at, undefined, { signal });
  };
}
