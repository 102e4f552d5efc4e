/** Requests to see an account's presence that it has not answered. */
export interface SubscriptionRequests {
  has(to: string, from: string): boolean;
  add(to: string, from: string): void;
  answer(to: string, from: string): void;
}

export function subscriptionRequestsInMemory(): SubscriptionRequests {
  const waiting = new Set<string>();
  const key = (to: string, from: string) => `${to.toLowerCase()} ${from.toLowerCase()}`;
  return {
    has: (to, from) => waiting.has(key(to, from)),
    add: (to, from) => {
      waiting.add(key(to, from));
    },
    answer: (to, from) => {
      waiting.delete(key(to, from));
    },
  };
}
