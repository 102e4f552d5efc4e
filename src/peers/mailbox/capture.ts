import { sameAddress } from './address.ts';
import { Bell } from './bell.ts';

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
  readonly #bell = new Bell<Captured>();
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
    this.#bell.ring(captured);
    return captured;
  }

  /** Forgets one mail, or all. */
  remove(id?: string): void {
    const kept = id === undefined ? [] : this.#mails.filter(mail => mail.id !== id);
    this.#mails.splice(0, this.#mails.length, ...kept);
    this.#bytes = kept.reduce((sum, mail) => sum + mail.raw.length, 0);
  }

  /** Resolves when the next mail has come, or the next for somebody. */
  next(signal: AbortSignal, to?: string): Promise<void> {
    return this.#bell.next(signal, mail => to === undefined || mail.to.some(each => sameAddress(each, to)));
  }

  /** Every mail that comes from now on, in order, until the signal aborts; those that went in the meantime are left out. */
  async *arrivals(signal: AbortSignal): AsyncGenerator<Captured> {
    let seen = this.#count;
    while (!signal.aborted) {
      const coming = this.next(signal).catch(() => undefined);
      const mail = this.#mails.find(each => each.number > seen);
      if (mail === undefined) await coming;
      else {
        seen = mail.number;
        yield mail;
      }
    }
  }
}
