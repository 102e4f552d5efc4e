import type { Medium } from '../model/mail.ts';
import type { Position } from './error.ts';

/**
 * A value to be sent, with what is only known while running: a reference, or a member left out. `$alice.eMail` is a
 * reference, `$$5` the text `$5`, `!missing` leaves the member out, `!example` is the example of the endpoint's spec.
 */
export type Template =
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
  | { readonly kind: 'reference'; readonly root: string; readonly path: readonly string[]; readonly text: string }
  /** `!text $code`: the value as text, where a number would be sent otherwise. */
  | { readonly kind: 'text'; readonly of: Template }
  /** `!altered [alg-none, $login.jwt]`: spoiled in one of the ways of `TOKEN_ALTERATIONS` or `TEXT_ALTERATIONS`. */
  | { readonly kind: 'altered'; readonly way: string; readonly of: Template }
  | { readonly kind: 'missing' }
  | { readonly kind: 'example' }
  | { readonly kind: 'list'; readonly items: readonly Template[] }
  | { readonly kind: 'map'; readonly members: Readonly<Record<string, Template>> };

/** What an answer is compared with; objects are partial, lists are exact in length and order. */
export type Matcher =
  | { readonly kind: 'equals'; readonly template: Template }
  | { readonly kind: 'object'; readonly members: Readonly<Record<string, Matcher>> }
  | { readonly kind: 'list'; readonly items: readonly Matcher[] }
  | { readonly kind: 'any' }
  | { readonly kind: 'present' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'not'; readonly template: Template }
  | { readonly kind: 'like'; readonly regex: string }
  | { readonly kind: 'one-of'; readonly templates: readonly Template[] }
  | { readonly kind: 'between'; readonly low: number; readonly high: number };

/** What is expected of the envelope: status line and headers. */
export interface Envelope {
  /** `200`, `401`; or a class: `4xx`. Any of them satisfies. */
  readonly statuses: readonly (number | '2xx' | '3xx' | '4xx' | '5xx')[];
  readonly headers: Readonly<Record<string, Matcher>>;
  readonly type: string | null;
}

/** How a signature is made differently from the recipe. */
export interface SignOverride {
  readonly host?: Template;
  readonly secret?: Template;
  /** `reversed`, or the names of the parts to sign, in order. */
  readonly order?: 'reversed' | readonly string[];
  readonly nonce?: Template;
  /** A name of `TEXT_ALTERATIONS`: how the signature is spoiled after it is made. */
  readonly written?: Template;
}

/** How a request is written differently from what the contract says. */
export interface WithOverride {
  readonly method?: string;
  readonly path?: Template;
  readonly headers?: Readonly<Record<string, Template>>;
  /** A name of `TOKEN_ALTERATIONS`, a reference, or `!missing`. */
  readonly token?: Template;
  /** `[user name, password]` for HTTP Basic authentication. */
  readonly basic?: Template;
  readonly cookie?: Template;
  /** A name of `ENCODINGS`. */
  readonly encoding?: Template;
  /** A name of `BODY_ALTERATIONS`, or the text to send. */
  readonly body?: Template;
}

/** Endpoints of the contract by attribute. */
export interface Selection {
  readonly auth?: string;
  readonly method?: string;
  readonly body?: string;
  readonly group?: readonly string[];
  readonly signed?: boolean;
  /** Endpoints whose sources disagree on the question are left out. */
  readonly settled?: string;
  readonly except: readonly string[];
  readonly only?: readonly string[];
}

/** How one published reading is known: by what is answered, or by what is accepted. */
export interface Reading {
  readonly answers: Envelope | null;
  readonly expect: Matcher | null;
  /** What is sent differently under this reading; readings that send are tried in order until one is accepted. */
  readonly send: Readonly<Record<string, Template>> | null;
  readonly sign: SignOverride | null;
  readonly with: WithOverride | null;
}

interface StepBase {
  readonly id: string;
  readonly title: string;
  readonly at: Position;
  readonly proves: readonly string[];
  readonly checks: readonly string[];
}

/** What a step may say that a request costs: things left on the host, and credentials that it counts as failed. */
export const COSTS = ['accounts', 'mails', 'messages', 'failedCredentials'] as const;

export interface CallStep extends StepBase {
  readonly verb: 'call' | 'refuse';
  /** The endpoint, or `*` with `over`. */
  readonly endpoint: string;
  readonly as: string | null;
  readonly send: Readonly<Record<string, Template>>;
  /** The whole body from one template (`send: !example`, `send: $step`) instead of member by member. */
  readonly sendWhole: Template | null;
  readonly sign: SignOverride;
  readonly with: WithOverride;
  readonly expect: Matcher | null;
  readonly answers: Envelope | null;
  /** Variants: member (or `with.…`, `sign.…`) and its values. */
  readonly each: readonly { readonly path: string; readonly values: readonly Template[] }[];
  readonly over: Selection | null;
  readonly times: number;
  /** Milliseconds for the exchange. */
  readonly within: number | null;
  /** Question → reading → the envelope and body by which it is known. */
  readonly dialect: Readonly<Record<string, Readonly<Record<string, Reading>>>>;
  /** What one request costs, where the suite's author knows better than contract and engine. */
  readonly spends: Partial<Readonly<Record<(typeof COSTS)[number], number>>>;
}

export const RECEIVABLE = ['verification-code', 'mail', 'no-mail', 'sms-code', 'no-sms'] as const;
export type Receivable = (typeof RECEIVABLE)[number];

const BY_SMS: ReadonlySet<Receivable> = new Set(['sms-code', 'no-sms']);

/** How what is received comes. */
export const mediumOf = (what: Receivable): Medium => (BY_SMS.has(what) ? 'sms' : 'mail');

export interface ReceiveStep extends StepBase {
  readonly verb: 'receive';
  /** A mail with a code, any one mail, or none; a text message with a code, or none. */
  readonly what: Receivable;
  readonly for: string;
  /** Milliseconds. */
  readonly within: number;
  /** The language that was asked for. */
  readonly language: string | null;
}

export interface WaitStep extends StepBase {
  readonly verb: 'wait';
  /** Milliseconds. */
  readonly for: number | null;
  /** Waits until a moment in Unix seconds, e.g. `$login.expires`. */
  readonly until: Template | null;
}

export interface TogetherStep extends StepBase {
  readonly verb: 'together';
  readonly steps: readonly Step[];
}

export type Step = CallStep | ReceiveStep | WaitStep | TogetherStep;

/** `new`: an unspent persona of this suite alone. `verified`: an enabled account, shared by name over the run. */
export type AccountKind = 'new' | 'verified';

/** What a suite cannot do without; where it is not configured the suite is not applicable. */
export const NEEDS = ['api-key', 'mailbox', 'sms', 'captcha'] as const;
export type Need = (typeof NEEDS)[number];

export interface Suite {
  readonly id: string;
  readonly title: string;
  readonly file: string;
  readonly needs: readonly Need[];
  readonly actors: Readonly<Record<string, AccountKind>>;
  /**
   * The suite makes a shared account usable for others and runs once for each, first: `verified` creates it, `given`
   * logs in to the one that the operator named.
   */
  readonly provides: 'verified' | 'given' | null;
  readonly steps: readonly Step[];
}

export interface Profile {
  readonly id: string;
  readonly title: string;
  readonly suites: readonly string[];
  /** Most accounts that a run of the profile may create. */
  readonly accounts: number;
}
