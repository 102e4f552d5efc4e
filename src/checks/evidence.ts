import type { Spec } from '../contract/spec.ts';
import type { Validators } from '../contract/validators.ts';
import type { Answer, Exchange } from '../model/exchange.ts';
import type { Judgement } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import type { MailEvidence, Medium } from '../model/mail.ts';

/** What the run knows of an actor. */
export interface ActorView {
  readonly name: string;
  readonly userName: string;
  readonly eMail: string;
  /** Null while no answer has named the domain. */
  readonly jid: string | null;
  readonly domain: string | null;
}

/** A value that must not be echoed, under the name it has in reports. */
export interface SecretView {
  readonly name: string;
  readonly value: string;
}

/** An earlier step of the same suite. */
export interface EarlierStep {
  readonly sent: Json | undefined;
  readonly value: Json | undefined;
  readonly exchange: Exchange;
  readonly answer: Answer;
}

/** Everything about one exchange that a check may look at. An answer has come; without one nothing is judged. */
export interface CallEvidence {
  readonly verb: 'call' | 'refuse';
  readonly spec: Spec;
  readonly exchange: Exchange;
  readonly answer: Answer;
  /** The body as data, before it was encoded; undefined when the step altered the text itself or sent none. */
  readonly sent: Json | undefined;
  /** The answer as data. */
  readonly value: Json | undefined;
  /** The same with its members under the contract's names, where sources publish others for them. */
  readonly named: Json | undefined;
  /** Whether the request was built from the contract and altered by nothing. */
  readonly asDocumented: boolean;
  readonly actor: ActorView | null;
  /** Where the answer differs from the step's `expect`. */
  readonly mismatches: readonly Judgement[];
  /** Where status and headers differ from the step's `answers`; null when the step says nothing of them. */
  readonly envelope: { readonly status: readonly Judgement[]; readonly headers: readonly Judgement[] } | null;
  /** For steps that find out a reading: what they found. */
  readonly readings: Readonly<Record<string, string | null>>;
  /** The suite's actors, by name. */
  readonly actors: ReadonlyMap<string, ActorView>;
  /** Steps of the suite that came before, in that order. */
  readonly earlier: readonly EarlierStep[];
  /** Claims `jti` of tokens seen in the run before this exchange. */
  readonly seenTokens: ReadonlySet<string>;
  readonly secrets: readonly SecretView[];
  /** Host clock minus ours, milliseconds, as measured at the start of the run. */
  readonly skew: number;
  readonly validators: Validators;
}

/** A mail and the language that was asked for when it was sent. */
export interface ReceivedMail {
  readonly asked: string | null;
  readonly mail: MailEvidence;
}

/** Everything about the mails, or text messages, of one `receive` step. */
export interface ReceiveEvidence {
  readonly medium: Medium;
  /** The address, or phone number, that they were looked for at. */
  readonly to: string;
  readonly mails: readonly MailEvidence[];
  /** What the actor was sent before. */
  readonly earlier: readonly ReceivedMail[];
  /** Exchanges of the suite that came before. */
  readonly exchanges: readonly EarlierStep[];
  /** When the request that triggers the mail was sent; null when no request did. */
  readonly triggeredAt: number | null;
  readonly language: string | null;
  readonly secrets: readonly SecretView[];
}
