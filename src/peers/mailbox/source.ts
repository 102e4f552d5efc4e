/** One mail as its server lists it: enough to know whose it is, before it is fetched. */
export interface Listed {
  readonly id: string;
  /** Grows with every mail; comparable only with positions of the same server. */
  readonly position: number;
  /** Milliseconds since the epoch, our clock. */
  readonly arrivedAt: number;
  readonly envelopeFrom: string | null;
  /** Envelope recipients where the server keeps them, else those of the header. */
  readonly recipients: readonly string[];
}

/** What an adapter knows of its server; everything else about a mailbox is the same for all of them. */
export interface MailSource {
  readonly kind: string;
  readonly url: string;
  readonly relay: string | null;
  /** `smtp://host:port` that a loop-back probe is sent to; null when there is none. */
  readonly probe: string | null;
  /** Milliseconds between looks, given how long a wait has gone on. */
  readonly backoff: (elapsed: number) => number;
  open(signal: AbortSignal): Promise<void>;
  /** Position of the newest mail; 0 when there is none. */
  position(signal: AbortSignal): Promise<number>;
  /** Mails after a position whose recipients contain `to`, oldest first; may hold more than asked for. */
  list(to: string, since: number, signal: AbortSignal): Promise<readonly Listed[]>;
  newest(signal: AbortSignal): Promise<Listed | null>;
  raw(mail: Listed, signal: AbortSignal): Promise<Uint8Array>;
  /** Resolves when the server says that a mail came that may be for `to`. */
  arrival?(to: string, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}
