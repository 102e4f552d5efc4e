import { setImmediate as turn } from 'node:timers/promises';

/**
 * Work that can wait until the next request is on its way: judging then costs no time, since the host is at work
 * meanwhile. What was put off is done in the order in which it came.
 */
export class Later {
  readonly #work: (() => void)[] = [];

  put(work: () => void): void {
    this.#work.push(work);
  }

  /** Waits for what was begun, and does meanwhile what was put off: a request that was sent is written within a turn. */
  async during<T>(begun: Promise<T>): Promise<T> {
    const [ended] = await Promise.all([begun, turn().then(() => this.catchUp())]);
    return ended;
  }

  /** Does all that was put off. */
  catchUp(): void {
    for (let work = this.#work.shift(); work !== undefined; work = this.#work.shift()) work();
  }
}
