import type { Message } from '../state/messages.ts';

export interface MessagePolicies {
  /** What is put into queues for one message that was sent; `addresses` are those of all accounts. */
  dispatch(message: Message, addresses: () => readonly string[]): readonly Message[];
  /** Divides a queue into what a pop of at most `max` returns and what stays. */
  take(
    queue: readonly Message[],
    max: number,
  ): { readonly taken: readonly Message[]; readonly left: readonly Message[] };
  /** What stays of a queue that is cleared, and the count that is stated. */
  clear(queue: readonly Message[]): { readonly left: readonly Message[]; readonly count: number };
  /** The types that a query may have. */
  readonly queryTypes: readonly string[];
}

export const messagePolicies: MessagePolicies = {
  dispatch: message => [message],
  take: (queue, max) => ({ taken: queue.slice(0, max), left: queue.slice(max) }),
  queryTypes: ['get', 'set'],
  clear: queue => ({ left: [], count: queue.length }),
};
