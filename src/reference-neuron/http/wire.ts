import type { Header } from './reply.ts';

/** An answer as it goes over the wire. */
export interface Wire {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Buffer;
  readonly close?: boolean;
  /** Milliseconds to wait before the first byte. */
  readonly delay?: number;
  /** Sends only so many bytes of the body under the full Content-Length, then drops the connection. */
  readonly cutAfter?: number;
  /** Drops the connection without an answer. */
  readonly reset?: boolean;
  /** A Content-Length other than the true one. */
  readonly length?: number;
}

/** What is known of a request when its answer is written. */
export interface Asked {
  /** The endpoint that answered; null where there is none. */
  readonly endpoint: string | null;
  readonly method: string;
  readonly path: string;
  readonly headers: ReadonlyMap<string, string>;
  /** How many requests this endpoint has had, this one included. */
  readonly serial: number;
}
