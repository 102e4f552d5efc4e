export type Language = 'en' | 'sv';
export const LANGUAGES = ['en', 'sv'] as const;

/** A mail that the host sends. */
export interface Letter {
  readonly kind: 'code' | 'recovery';
  readonly to: string;
  /** What the mail names as its sender. */
  readonly from: string;
  /** Where refusals of the mail go: the sender of its envelope. */
  readonly returnPath: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
  /** The endpoint that caused it. */
  readonly cause: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A text message to a phone. */
export interface Sms {
  readonly to: string;
  readonly message: string;
  readonly language: Language;
}

/** Something to send, and how many milliseconds to wait first. */
export interface Dispatch<Item> {
  readonly item: Item;
  readonly delay: number;
}
