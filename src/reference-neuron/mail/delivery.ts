/** Takes a delivery to its goal or says that it failed for now by throwing. */
export type Attempt<Item> = (item: Item) => Promise<void>;

/** How long an undeliverable item is tried again, in milliseconds. */
const PATIENCE = 60_000;
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 1_000;

/** Items on their way out; each is tried until it is taken, for a minute. */
export class Delivery<Item> {
  readonly #attempt: Attempt<Item>;
  readonly #stop = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor(attempt: Attempt<Item>) {
    this.#attempt = attempt;
  }

  /** Sends in the background, after a delay in milliseconds. */
  send(item: Item, delay: number): void {
    const running = this.#deliver(item, delay).finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Gives up what has not been delivered. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await Promise.all(this.#running);
  }

  async #deliver(item: Item, delay: number): Promise<void> {
    const { signal } = this.#stop;
    await pause(delay, signal);
    const deadline = Date.now() + PATIENCE;
    for (let wait = FIRST_PAUSE; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      try {
        await this.#attempt(item);
        return;
      } catch {
        if (Date.now() + wait > deadline) return;
        await pause(wait, signal);
      }
    }
  }
}

/** Ends early, without an error, when the signal fires. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (milliseconds <= 0 || signal.aborted) return Promise.resolve();
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    timer.unref();
    signal.addEventListener('abort', end);
  });
}
