import type { Json } from './json.ts';

export type Header = readonly [name: string, value: string];

/** A body as it went over the wire, bounded. */
export interface Body {
  /** The bytes as UTF-8 text, invalid sequences as U+FFFD; cut at the size limit. */
  readonly text: string;
  /** Bytes on the wire after decompression, counted up to where reading stopped. */
  readonly bytes: number;
  /** True when the limit was met and the rest was not read. */
  readonly truncated: boolean;
  /** Present when the bytes are not valid UTF-8: the bytes themselves. */
  readonly base64?: string;
}

/** Milliseconds of each phase; a phase that did not happen (a reused connection) is absent. */
export interface Timings {
  readonly dns?: number;
  readonly connect?: number;
  readonly tls?: number;
  /** From the request being written to the first byte of the answer. */
  readonly firstByte?: number;
  /** From asking to the last byte or the failure. */
  readonly whole: number;
}

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly Header[];
  readonly body: Body | null;
}

export interface Answer {
  readonly status: number;
  readonly headers: readonly Header[];
  readonly body: Body;
  /** The body read as JSON (or, for XML, as the value the XML pattern describes); absent when it cannot be read so. */
  readonly value?: Json;
}

/** Why no complete answer came. All but `too-large` and `protocol` are the network's. */
export const TRANSPORT_FAILURES = [
  'dns',
  'refused',
  'unreachable',
  'tls',
  'timeout',
  'reset',
  'truncated',
  'too-large',
  'protocol',
  'aborted',
] as const;

export interface TransportFailure {
  readonly kind: (typeof TRANSPORT_FAILURES)[number];
  /** One sentence: what happened, where, what to do. */
  readonly message: string;
}

/** One recorded HTTP request and its answer. */
export interface Exchange {
  /** Unique in the run: `journey/create/1`. */
  readonly id: string;
  readonly endpoint: string | null;
  readonly actor: string | null;
  /** Milliseconds since the epoch, our clock. */
  readonly startedAt: number;
  readonly request: SentRequest;
  /** What came back, as far as it came; null when not even a status line did. */
  readonly answer: Answer | null;
  readonly failure: TransportFailure | null;
  readonly timings: Timings;
}

/** All values of a header, in order; names are compared without case. */
export function headerValues(headers: readonly Header[], name: string): string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([key]) => key.toLowerCase() === wanted).map(([, value]) => value);
}

/** The first value of a header, or undefined. */
export function header(headers: readonly Header[], name: string): string | undefined {
  const wanted = name.toLowerCase();
  return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}
