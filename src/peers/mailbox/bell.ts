/** Tells all who wait for it that something came. */
export class Bell<T> {
  readonly #waiting = new Set<(came: T) => void>();

  ring(came: T): void {
    for (const wake of this.#waiting) wake(came);
  }

  /** Resolves when it rings next for something wanted; rejects with the signal's reason when that aborts. */
  next(signal: AbortSignal, isWanted: (came: T) => boolean = () => true): Promise<void> {
    return new Promise((resolve, reject) => {
      const wake = (came: T): void => {
        if (!isWanted(came)) return;
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', give);
        resolve();
      };
      const give = (): void => {
        this.#waiting.delete(wake);
        reject(signal.reason);
      };
      if (signal.aborted) return reject(signal.reason);
      this.#waiting.add(wake);
      signal.addEventListener('abort', give, { once: true });
    });
  }
}
