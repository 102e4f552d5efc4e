import type { Exchange, Header } from '../../model/exchange.ts';

/** One request, ready to be written to the wire: signing and encoding are done. */
export interface OutgoingRequest {
  /** Id of the exchange that it becomes. */
  readonly id: string;
  readonly endpoint: string | null;
  readonly actor: string | null;
  readonly method: string;
  /** Path and query, from the target's origin. */
  readonly path: string;
  /** Sent in this order and as written; a name may occur twice. `Host` overrides the target's. */
  readonly headers: readonly Header[];
  readonly body: Uint8Array | string | null;
  /** Milliseconds for the whole exchange; the client's default when absent. */
  readonly timeout?: number;
}

export interface NeuronClientOptions {
  /** Origin of the target: `https://neuron.example.com`. */
  readonly origin: string;
  /** PEM of certificate authorities to trust besides the system's. */
  readonly ca?: string;
  /** Bound on an answer's body after decoding, bytes; 1 MiB when absent. */
  readonly maxBytes?: number;
  /** Milliseconds for a whole exchange; 30 000 when absent. */
  readonly timeout?: number;
  /** Milliseconds since the epoch; the system clock when absent. */
  readonly now?: () => number;
}

/**
 * The HTTP side of a target. A target's failure is data: `send` rejects only when the caller aborts before anything
 * was sent or when the suite itself is at fault.
 */
export interface NeuronClient {
  /** The `Host` header that requests carry, and so the host part of signatures: `neuron.example.com:8443`. */
  readonly host: string;
  send(request: OutgoingRequest, signal: AbortSignal): Promise<Exchange>;
  close(): Promise<void>;
}
