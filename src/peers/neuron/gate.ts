import type { Answer } from '../../model/exchange.ts';
import type { Blocked, GateState } from './gate-state.ts';
import * as state from './gate-state.ts';

/** A host blocks an address after five failures in a row; two are kept for what nobody plans. */
const LIMIT = 3;

export type Spent<T> =
  | { readonly kind: 'spent'; readonly value: T }
  /** The host blocks us: nothing was sent, and nothing more must be. */
  | { readonly kind: 'blocked'; readonly blocked: Blocked }
  /** The good login that should have set the host's count back was refused; nothing was sent. */
  | { readonly kind: 'stuck' };

export interface SpendOptions {
  /** Logs in with good credentials; false when the host refused them. Its failure is not reported with `failed` too. */
  readonly restore: () => Promise<boolean>;
  readonly signal: AbortSignal;
}

/** The one way by which failed credentials reach a target: one spender at a time, at most three failures in a row. */
export interface Gate {
  /**
   * Runs `work`, which makes the host count up to `failures` refused credentials, when the host's count allows it.
   * Waits for its turn; rejects with the signal's reason when aborted meanwhile. Throws RangeError for more than three.
   */
  spend<T>(failures: number, work: () => Promise<T>, options: SpendOptions): Promise<Spent<T>>;
  /** Tells of credentials that the host refused although they were good. */
  failed(): void;
  /** Logs in when refusals that nobody planned have filled the host's count: the next one might block us. */
  recover(options: SpendOptions): Promise<void>;
  /** Looks at an answer, wherever in the run, for a sign of blocking. */
  observe(answer: Answer): void;
  counts(): GateState;
}

export function openGate(): Gate {
  let now = state.initialGate(LIMIT);
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };

  const setBack = async (restore: SpendOptions['restore']): Promise<void> => {
    const since = state.mark(now);
    const worked = await restore();
    now = state.restored(now, since, worked);
  };

  const spend = async <T>(
    failures: number,
    work: () => Promise<T>,
    { restore, signal }: SpendOptions,
  ): Promise<Spent<T>> => {
    signal.throwIfAborted();
    if (state.permit(now, failures, LIMIT) === 'restore') await setBack(restore);
    const permit = state.permit(now, failures, LIMIT);
    if (now.blocked !== null) return { kind: 'blocked', blocked: now.blocked };
    if (permit !== 'spend') return { kind: 'stuck' };
    signal.throwIfAborted();
    now = state.begin(now, failures);
    try {
      return { kind: 'spent', value: await work() };
    } finally {
      now = state.end(now);
    }
  };

  return {
    spend: (failures, work, options) => {
      if (!(failures >= 0 && failures <= LIMIT))
        throw new RangeError(`a step may spend up to ${LIMIT} failed credentials, not ${failures}`);
      return inTurn(() => spend(failures, work, options));
    },
    failed: () => {
      now = state.failed(now);
    },
    recover: ({ restore, signal }) =>
      inTurn(async () => {
        if (!signal.aborted && state.permit(now, 1, LIMIT) === 'restore') await setBack(restore);
      }),
    observe: answer => {
      now = state.observed(now, answer);
    },
    counts: () => now,
  };
}
