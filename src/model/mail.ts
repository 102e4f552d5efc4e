/** How a host reaches people. */
export type Medium = 'mail' | 'sms';

/** What is sent that way, in sentences. */
export const MEDIA: Readonly<Record<Medium, MediumWords>> = {
  mail: { name: 'mail', one: 'a mail', many: 'mails', catcher: 'mailbox' },
  sms: { name: 'SMS', one: 'an SMS', many: 'SMS', catcher: 'SMS sink' },
};

interface MediumWords {
  readonly name: string;
  readonly one: string;
  readonly many: string;
  /** What it is caught in. */
  readonly catcher: string;
}

/** Where in a mail a code was found. */
export interface CodeCandidate {
  readonly code: string;
  readonly part: 'text' | 'html' | 'subject';
  /** Higher is likelier. */
  readonly score: number;
  /** Why it was scored so, one short phrase each. */
  readonly why: readonly string[];
}

/** What reading a mail for its code gave: the code, or none with the reason. Never a silent guess. */
export interface CodeReading {
  readonly code: string | null;
  readonly why: string;
  readonly candidates: readonly CodeCandidate[];
}

/** One captured mail, or text message, as evidence. Times are milliseconds since the epoch, our clock. */
export interface MailEvidence {
  /** What it is, where it is no mail. A text message has no headers, no subject and phone numbers in `to`. */
  readonly medium?: Exclude<Medium, 'mail'>;
  /** The mailbox's own id of the mail. */
  readonly id: string;
  readonly arrivedAt: number;
  readonly envelopeFrom: string | null;
  readonly envelopeTo: readonly string[];
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string | null;
  readonly date: number | null;
  /** All header lines as they came, unfolded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The `Received` hops, newest first. */
  readonly received: readonly string[];
  readonly text: string;
  readonly html: string | null;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly bytes: number }[];
  /** Size of the raw message in bytes. */
  readonly bytes: number;
  readonly code: CodeReading;
}
