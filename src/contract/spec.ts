/**
 * One endpoint's promises, as `specs/<group>/<name>.yaml` states them and the build compiles them. Everything here is
 * plain JSON: the build writes it to `dist/generated/catalogue.json` and start-up only reads that file.
 */
import type { Pattern, XmlPattern } from './notation/ast.ts';

export const LEVELS = ['must', 'should', 'may'] as const;
export const BASES = ['published', 'derived', 'unknown'] as const;
export type Basis = (typeof BASES)[number];

/** How a caller proves who it is. `hmac` recipes come on top and stand in `sign`. */
export const AUTHS = ['none', 'bearer', 'basic', 'session'] as const;
export type Auth = (typeof AUTHS)[number];

export const BODIES = ['none', 'json', 'form', 'multipart', 'bytes'] as const;
export type BodyKind = (typeof BODIES)[number];

export interface SpecRequirement {
  readonly id: string;
  readonly level: (typeof LEVELS)[number];
  readonly text: string;
  readonly source: string;
  readonly untestable?: string;
  /** Numbers of the collected rules that the requirement covers. */
  readonly rules?: readonly number[];
}

/**
 * One part of the text that is signed. A name is a body member or `host` (the Host header) or `key.localName`,
 * `key.namespace` (of the signing key of the actor); `$name` is an earlier MAC of the recipe, `$name.text` the text it
 * was made over; `when: nonEmpty` leaves a part out when it is absent or empty; `each` repeats over a list member.
 */
export type SignPart =
  | { readonly kind: 'member'; readonly name: string; readonly when?: 'nonEmpty' }
  | { readonly kind: 'host' }
  | { readonly kind: 'property'; readonly of: 'actor' | 'key'; readonly name: string }
  | { readonly kind: 'mac'; readonly name: string }
  | { readonly kind: 'text'; readonly name: string }
  | { readonly kind: 'each'; readonly member: string; readonly parts: readonly string[] };

/** One HMAC-SHA-256 of a recipe: base64 over the UTF-8 parts joined by `:`. */
export interface SignRule {
  /** The body member that carries the MAC. */
  readonly name: string;
  readonly key: 'apiSecret' | 'accountPassword' | 'keyPassword';
  readonly text: readonly SignPart[];
}

/** A path, query or header parameter. */
export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly type: 'string' | 'integer' | 'boolean';
  readonly required: boolean;
  readonly description: string;
  readonly values?: readonly string[];
}

/** What an answer with one status holds. */
export interface AnswerSpec {
  readonly status: number;
  /** `json`: described by `pattern`. `bytes`: any content. `empty`: no body. `redirect`: a Location header. */
  readonly kind: 'json' | 'bytes' | 'empty' | 'redirect' | 'unknown';
  readonly text: string | null;
  readonly pattern: Pattern | null;
}

/** A contradiction between public sources: each reading with those who publish it. */
export interface Readings {
  readonly [question: string]: { readonly [reading: string]: readonly string[] };
}

export interface Spec {
  readonly endpoint: string;
  readonly group: string;
  readonly name: string;
  readonly title: string;
  /** Two or three sentences in our words: what it is for. */
  readonly description: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{name}` for path parameters. */
  readonly path: string;
  readonly auth: Auth;
  readonly body: BodyKind;
  readonly parameters: readonly Parameter[];
  readonly requestText: string | null;
  readonly request: Pattern | null;
  /** What each member means, by dotted name (`Properties.name`), in our words. */
  readonly members: {
    readonly request: Readonly<Record<string, string>>;
    readonly answer: Readonly<Record<string, string>>;
  };
  readonly answers: readonly AnswerSpec[];
  readonly basis: { readonly request: Basis; readonly answers: Basis; readonly xml?: Basis };
  readonly xml: {
    readonly request: string | null;
    readonly answer: string | null;
    readonly requestText: string | null;
    readonly answerText: string | null;
    readonly requestPattern: XmlPattern | null;
    readonly answerPattern: XmlPattern | null;
  };
  /** `unknown` where the call is signed but no recipe is published. */
  readonly sign: readonly SignRule[] | 'unknown';
  readonly spends: { readonly accounts: number; readonly mails: number; readonly messages: number };
  readonly readings: Readings;
  readonly requirements: readonly SpecRequirement[];
  /** What the published notation got wrong and how it was normalised, a sentence each. */
  readonly normalised: readonly string[];
  readonly examples: { readonly request: readonly unknown[]; readonly answer: readonly unknown[] };
  readonly sources: readonly string[];
}

/** A call without a resource of its own: composed of other calls by clients. */
export interface ComposedCall {
  readonly endpoint: string;
  readonly composedOf: readonly string[];
  readonly note: string;
}

/** The whole contract. */
export interface Catalogue {
  readonly endpoints: readonly Spec[];
  readonly composed: readonly ComposedCall[];
  /** Requirements that cross endpoints, from `specs/common/*.yaml`. */
  readonly common: readonly SpecRequirement[];
}
