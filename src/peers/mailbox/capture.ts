/** A mail as it came over SMTP. */
export interface Captured {
  /** Counts from 1 in order of arrival. */
  readonly number: number;
  readonly id: string;
  readonly arrivedAt: number;
  readonly from: string | null;
  readonly to: readonly string[];
  readonly helo: string;
  readonly raw: Uint8Array;
}

export interface CaptureLimits {
  readonly mails: number;
  readonly bytes: number;
}

/** The mails a server of ours has taken, in order of arrival; the oldest go when a limit is met. */
export class Capture {
  readonly #mails: Captured[] = [];
  readonly #limits: CaptureLimits;
  readonly #waiting = new Set<() => void>();
  #bytes = 0;
  #count = 0;

  constructor(limits: CaptureLimits) {
    this.#limits = limits;
  }

  /** How many mails have come, whether or not they are still held. */
  get count(): number {
    return this.#count;
  }

  /** Oldest first. */
  get mails(): readonly Captured[] {
    return this.#mails;
  }

  add(mail: Omit<Captured, 'number'>): Captured {
    this.#count += 1;
    const captured = { ...mail, number: this.#count };
    this.#mails.push(captured);
    this.#bytes += mail.raw.length;
    while (this.#mails.length > 1 && (this.#mails.length > this.#limits.mails || this.#bytes > this.#limits.bytes)) {
      this.#bytes -= this.#mails.shift()?.raw.length ?? 0;
    }
    for (const wake of this.#waiting) wake();
    return captured;
  }

  /** Forgets one mail, or all. */
  remove(id?: string): void {
    const kept = id === undefined ? [] : this.#mails.filter(mail => mail.id !== id);
    this.#mails.splice(0, this.#mails.length, ...kept);
    this.#bytes = kept.reduce((sum, mail) => sum + mail.raw.length, 0);
  }

  /** Resolves when the next mail has come. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', give);
        resolve();
      };
      const give = (): void => {
        this.#waiting.delete(wake);
        reject(signal.reason);
      };
      if (signal.aborted) return give();
      this.#waiting.add(wake);
      signal.addEventListener('abort', give, { once: true });
    });
  }
}
