import type { MailEvidence } from '../../model/mail.ts';

/** Where in a mailbox's stream "now" is; opaque to all but the adapter that gave it. */
export interface Watermark {
  readonly adapter: string;
  readonly at: number;
  readonly position: string | number;
}

export interface WaitForMail {
  /** The exact envelope (or, where the server does not keep it, header) recipient. */
  readonly to: string;
  readonly since: Watermark;
  /** Milliseconds since the epoch. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  /** How many mails to wait for; 1 when absent. All that are there by then are returned, oldest first. */
  readonly count?: number;
}

export type MailWait =
  | { readonly kind: 'arrived'; readonly mails: readonly MailEvidence[]; readonly attempts: number }
  /** Deadline met. `last` is the newest mail of any recipient since the mailbox was opened, to help find out why. */
  | { readonly kind: 'late'; readonly last: MailEvidence | null; readonly attempts: number }
  | { readonly kind: 'unreachable'; readonly message: string; readonly attempts: number };

export type ProbeResult =
  | { readonly kind: 'works'; readonly milliseconds: number }
  | { readonly kind: 'fails'; readonly message: string }
  /** No way to put a mail in (no `mailbox.probe` is configured): a missing mail cannot be blamed on the host. */
  | { readonly kind: 'impossible'; readonly message: string };

/** Where what a host sends out is caught: mails, or text messages. */
export interface Catcher {
  /** `embedded`, `mailhog`, `mailpit`, `imap`, `docker`; `sms`. */
  readonly kind: string;
  /** Its URL without any secret. */
  readonly url: string;
  watermark(signal: AbortSignal): Promise<Watermark>;
  waitFor(wait: WaitForMail): Promise<MailWait>;
  /** Everything for an address, or a phone number, since a watermark, without waiting. */
  mailsFor(to: string, since: Watermark, signal: AbortSignal): Promise<readonly MailEvidence[]>;
  /** Sends itself something and finds it. */
  probe(signal: AbortSignal): Promise<ProbeResult>;
  close(): Promise<void>;
}

/** Where mail is captured. Every adapter reads raw messages and parses them in one place. */
export interface Mailbox extends Catcher {
  /** `host:port` that a Neuron should relay mail to, where the mailbox is itself the mail server. */
  readonly relay: string | null;
  /** Throws OperatorError when it cannot be opened. */
  open(signal: AbortSignal): Promise<void>;
  /** The address of an actor in this run; a name gives the same address each time, and no two names the same one. */
  address(actor: string): string;
}

export interface MailboxOptions {
  /** Unique to the run; part of every address. */
  readonly runId: string;
  /** Domain whose addresses arrive here; `example.org`-like default per adapter. */
  readonly domain?: string;
  /** `user@host`: addresses become `user+actor.run@host`. */
  readonly plusAddress?: string;
  /** `smtp://host:port` where a loop-back probe is sent. */
  readonly probe?: string;
  readonly password?: string;
  /** PEM of certificate authorities to trust. */
  readonly ca?: string;
  readonly now?: () => number;
}
