import { setTimeout as delay } from 'node:timers/promises';

/** What one look gave. A failure that is `final` ends the poll at once; others end it when they go on for too long. */
export type Look<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'failed'; readonly message: string; readonly final: boolean };

export type Polled<T> =
  | { readonly kind: 'found'; readonly value: T; readonly attempts: number }
  | { readonly kind: 'deadline'; readonly attempts: number }
  | { readonly kind: 'failed'; readonly message: string; readonly attempts: number };

export interface PollOptions<T> {
  probe(signal: AbortSignal): Promise<Look<T>>;
  /** Milliseconds since the epoch. One look is taken even when it has passed. */
  readonly deadline: number;
  /** Aborting rejects the poll with the signal's reason. */
  readonly signal: AbortSignal;
  /** Milliseconds to pause after an attempt, given how long the poll has gone on. */
  readonly backoff: (elapsed: number) => number;
  /** Resolves when there may be something to see before the pause is over; rejects when its signal aborts. */
  readonly wake?: (signal: AbortSignal) => Promise<void>;
  /** Milliseconds of failures without a break after which the peer counts as unreachable; 10 000 when absent. */
  readonly patience?: number;
  readonly now?: () => number;
}

/** Looks until something is found, the deadline is met, or the peer has failed for too long. */
export async function poll<T>(options: PollOptions<T>): Promise<Polled<T>> {
  const { deadline, now = Date.now, patience = 10_000 } = options;
  const startedAt = now();
  let failingSince: number | null = null;
  for (let attempts = 1; ; attempts += 1) {
    options.signal.throwIfAborted();
    const over = new AbortController();
    const signal = AbortSignal.any([options.signal, over.signal]);
    try {
      // Asked for before the look: what comes while it is under way must not be slept over.
      const woken = options.wake?.(signal);
      woken?.catch(() => undefined);
      const look = await within(options.probe(signal), deadline + 1_000 - now(), options.signal);
      if (look.kind === 'found') return { kind: 'found', value: look.value, attempts };
      const at = now();
      failingSince = look.kind === 'failed' ? (failingSince ?? at) : null;
      if (look.kind === 'failed' && (look.final || at >= deadline || at - (failingSince ?? at) >= patience)) {
        return { kind: 'failed', message: look.message, attempts };
      }
      if (at >= deadline) return { kind: 'deadline', attempts };
      const pause = delay(Math.min(options.backoff(at - startedAt), deadline - at), undefined, { signal });
      pause.catch(() => undefined);
      await (woken === undefined ? pause : Promise.race([pause, woken]));
    } catch (error) {
      options.signal.throwIfAborted();
      throw error;
    } finally {
      over.abort();
    }
  }
}

/** A look that is still under way a second after the deadline counts as a failed one. */
async function within<T>(look: Promise<Look<T>>, ms: number, signal: AbortSignal): Promise<Look<T>> {
  const done = new AbortController();
  const message = 'It did not answer before the deadline.';
  const late = delay<Look<T>>(
    Math.max(0, ms),
    { kind: 'failed', message, final: true },
    {
      signal: AbortSignal.any([signal, done.signal]),
    },
  );
  late.catch(() => undefined);
  try {
    return await Promise.race([look, late]);
  } finally {
    done.abort();
  }
}
