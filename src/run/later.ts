/**
 * Work that can wait until the next request is on its way: judging then costs no time, since the host is at work
 * meanwhile. What was put off is done in the order in which it came.
 */
export class Later {
  readonly #work: (() => void)[] = [];

  put(work: () => void): void {
    this.#work.push(work);
  }

  /** Does all that was put off. */
  catchUp(): void {
    for (let work = this.#work.shift(); work !== undefined; work = this.#work.shift()) work();
  }
}
