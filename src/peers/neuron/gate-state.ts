import { cut } from '../../model/cut.ts';
import type { Answer } from '../../model/exchange.ts';

/** How a host said that it blocks us. */
export interface Blocked {
  readonly status: number;
  /** The host's words, at most 300 characters of them. */
  readonly text: string;
}

/** What is known of a host's count of failed credentials from our address. */
export interface GateState {
  /** Failures since the last success, as far as the host can have counted them by now or will when work under way is done. */
  readonly inRow: number;
  /** Failures that the spender under way may still cause. */
  readonly underWay: number;
  /** Failures spent on purpose, in all. */
  readonly spent: number;
  /** Good logins made to set the host's count back. */
  readonly restored: number;
  /** Failures that nobody planned. */
  readonly unplanned: number;
  readonly blocked: Blocked | null;
  /** True after a good login was refused: another try would itself count. */
  readonly stuck: boolean;
}

/** At first nothing is known of what earlier runs have left on the count, so it is taken to be full. */
export const initialGate = (limit: number): GateState => ({
  inRow: limit,
  underWay: 0,
  spent: 0,
  restored: 0,
  unplanned: 0,
  blocked: null,
  stuck: false,
});

/** What has to happen before `failures` may be spent. */
export function permit(state: GateState, failures: number, limit: number): 'spend' | 'restore' | 'stuck' | 'blocked' {
  if (state.blocked !== null) return 'blocked';
  if (state.inRow + failures <= limit) return 'spend';
  return state.stuck ? 'stuck' : 'restore';
}

/** Counted before they are sent: a run that is killed meanwhile must not have spent more than it knew. */
export const begin = (state: GateState, failures: number): GateState => ({
  ...state,
  inRow: state.inRow + failures,
  underWay: failures,
  spent: state.spent + failures,
});

export const end = (state: GateState): GateState => ({ ...state, underWay: 0 });

/** How many failures there have been, less those under way: taken before good credentials are sent, for `succeeded`. */
export const mark = ({ spent, unplanned, underWay }: GateState): number => spent + unplanned - underWay;

/**
 * Credentials were accepted that were sent after `since` was marked: the host counted anew at some moment after it, so
 * its count is at most what has failed since then.
 */
export const succeeded = (state: GateState, since: number): GateState => ({
  ...state,
  inRow: Math.min(state.inRow, state.spent + state.unplanned - since),
  stuck: false,
});

/** Credentials that should have been accepted were refused. */
export const failed = (state: GateState): GateState => ({
  ...state,
  inRow: state.inRow + 1,
  unplanned: state.unplanned + 1,
});

/** The gate's own login has been answered. */
export const restored = (state: GateState, since: number, worked: boolean): GateState =>
  worked ? { ...succeeded(state, since), restored: state.restored + 1 } : { ...failed(state), stuck: true };

export function observed(state: GateState, answer: Answer): GateState {
  const blocked = blockingSign(answer);
  return blocked === null || state.blocked !== null ? state : { ...state, blocked };
}

const BLOCKING_WORDS = /too many failed|has been blocked|\b(endpoint|address|caller)\b.*\bblocked\b/is;

/** Reads an answer for the sign that the host refuses us for our earlier failures; null when there is none. */
export function blockingSign({ status, body }: Answer): Blocked | null {
  if (status < 400 || status >= 500) return null;
  const speaksOfBlocking = BLOCKING_WORDS.test(body.text) || (status === 403 && /\bblocked\b/i.test(body.text));
  return status === 429 || speaksOfBlocking ? { status, text: cut(body.text.trim(), 300) } : null;
}
