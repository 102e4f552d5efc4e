import { setTimeout as delay } from 'node:timers/promises';
import { Bell } from './bell.ts';
import type { MailHttp } from './mail-http.ts';

const RETRY = 5_000;

/**
 * Follows a server's stream of events from the first wait on, so that news is heard at once and polling may be slow.
 * Only that something came is used, not what. A server without such a stream is simply polled.
 */
export class EventStream {
  readonly #http: MailHttp;
  readonly #path: string;
  readonly #stopped = new AbortController();
  readonly #bell = new Bell<null>();
  #following: Promise<void> | null = null;
  #heard = false;

  constructor(http: MailHttp, path: string) {
    this.#http = http;
    this.#path = path;
  }

  /** Whether the server has said anything by its stream. */
  get heard(): boolean {
    return this.#heard;
  }

  next(signal: AbortSignal): Promise<void> {
    this.#following ??= this.#follow();
    return this.#bell.next(signal);
  }

  close(): void {
    this.#stopped.abort();
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopped;
    const onEvent = (): void => {
      this.#heard = true;
      this.#bell.ring(null);
    };
    while (!signal.aborted) {
      const status = await this.#http.follow(this.#path, onEvent, signal).catch(() => null);
      this.#heard = false;
      if (status !== null && status !== 200) return;
      await delay(RETRY, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
