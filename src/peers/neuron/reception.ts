import { performance } from 'node:perf_hooks';
import type { Dispatcher } from 'undici';
import type { Header } from '../../model/exchange.ts';
import type { ConnectionListener, ConnectTimings } from './connection.ts';
import type { Phase } from './failure.ts';

/** What came over the wire, as far as it came. */
export interface Received {
  /** 0 when not even a status line came. */
  readonly status: number;
  readonly headers: readonly Header[];
  /** The body's bytes as sent, at most `maxBytes` of them. */
  readonly bytes: Buffer;
  readonly tooLarge: boolean;
  /** Why it ended early; null when the answer is complete. */
  readonly error: Error | null;
  readonly phase: Phase;
  readonly connection: ConnectTimings;
  /** Milliseconds from writing the request to the answer's head; null when none came. */
  readonly firstByte: number | null;
  /** When it settled, on the clock of `performance.now()`. */
  readonly endedAt: number;
}

/** Collects one answer within its bound and settles once: complete, broken off, or given up from outside. */
export class Reception implements Dispatcher.DispatchHandler, ConnectionListener {
  readonly #maxBytes: number;
  readonly #settle: (received: Received) => void;
  readonly #chunks: Buffer[] = [];
  #settled = false;
  #size = 0;
  #status = 0;
  #headers: readonly Header[] = [];
  #phase: Phase = 'connecting';
  #takeTimings: () => ConnectTimings = () => ({});
  #connection: ConnectTimings = {};
  #writtenAt = 0;
  #firstByte: number | null = null;
  #controller: Dispatcher.DispatchController | null = null;

  constructor(maxBytes: number, settle: (received: Received) => void) {
    this.#maxBytes = maxBytes;
    this.#settle = settle;
  }

  /** Ends the exchange now, with what has come; the connection is not used again. */
  giveUp(reason: Error): void {
    this.#end(reason);
    this.#controller?.abort(reason);
  }

  onConnection(takeTimings: () => ConnectTimings): void {
    this.#takeTimings = takeTimings;
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#settled) {
      controller.abort(new Error('given up before it was sent'));
      return;
    }
    this.#controller = controller;
    this.#connection = this.#takeTimings();
    this.#phase = 'waiting';
    this.#writtenAt = performance.now();
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number): void {
    this.#firstByte ??= performance.now() - this.#writtenAt;
    if (status < 200) return;
    this.#phase = 'reading';
    this.#status = status;
    this.#headers = rawHeaders(controller.rawHeaders);
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    const room = this.#maxBytes - this.#size;
    if (chunk.length <= room) {
      this.#chunks.push(chunk);
      this.#size += chunk.length;
      return;
    }
    this.#chunks.push(chunk.subarray(0, room));
    this.#size = this.#maxBytes;
    this.#end(null, true);
    controller.abort(new Error('larger than the bound'));
  }

  onResponseEnd(): void {
    this.#end(null);
  }

  onResponseError(_controller: Dispatcher.DispatchController, error: Error): void {
    if (this.#phase === 'connecting') this.#connection = this.#takeTimings();
    this.#end(error);
  }

  #end(error: Error | null, tooLarge = false): void {
    if (this.#settled) return;
    this.#settled = true;
    const [first] = this.#chunks;
    this.#settle({
      status: this.#status,
      headers: this.#headers,
      bytes: first !== undefined && this.#chunks.length === 1 ? first : Buffer.concat(this.#chunks),
      tooLarge,
      error,
      phase: this.#phase,
      connection: this.#connection,
      firstByte: this.#firstByte,
      endedAt: performance.now(),
    });
  }
}

/** The header lines as they came: order, case and repetition kept. */
function rawHeaders(raw: Dispatcher.DispatchController['rawHeaders']): Header[] {
  if (!Array.isArray(raw)) return [];
  const headers: Header[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    headers.push([latin1(raw[index]), latin1(raw[index + 1])]);
  }
  return headers;
}

const latin1 = (part: Buffer | string | undefined): string =>
  typeof part === 'string' ? part : (part?.toString('latin1') ?? '');
