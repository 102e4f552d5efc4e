type Ask<T> = (query: string, signal: AbortSignal) => Promise<T>;

/**
 * Lets all who ask the same thing at the same time share one request, so that a hundred waiting actors cost the server
 * no more than one. Who asks while a request is under way gets the one after it: the first may already have looked.
 * A request ends only with its own signal, since one asker giving up must not cost the others theirs.
 */
export function singleFlight<T>(ask: Ask<T>): Ask<T> {
  const running = new Map<string, Promise<T>>();
  const following = new Map<string, Promise<T>>();

  const start = (query: string): Promise<T> => {
    const flight = ask(query, AbortSignal.timeout(30_000)).finally(() => {
      if (running.get(query) === flight) running.delete(query);
    });
    running.set(query, flight);
    return flight;
  };

  return (query, signal) => {
    signal.throwIfAborted();
    const now = running.get(query);
    if (now === undefined) return start(query);
    const planned = following.get(query);
    if (planned !== undefined) return planned;
    const next = now
      .catch(() => undefined)
      .then(() => {
        following.delete(query);
        return start(query);
      });
    following.set(query, next);
    return next;
  };
}
