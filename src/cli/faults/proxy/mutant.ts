/** What is done to a member of an answer's JSON. */
export const MEMBER_ACTS = ['dropped', 'renamed', 'retyped', 'nulled'] as const;
export type MemberAct = (typeof MEMBER_ACTS)[number];

/** What a proxy does to answers of one endpoint. */
export type Act =
  | { readonly kind: 'none' }
  /** `path` leads to the member; `*` stands for each element of a list. */
  | { readonly kind: 'member'; readonly path: readonly string[]; readonly act: MemberAct }
  /** A member at the top that no source names. */
  | { readonly kind: 'added'; readonly name: string }
  | { readonly kind: 'status'; readonly of: Side; readonly to: number }
  /** Null takes the header away. */
  | { readonly kind: 'header'; readonly of: Side; readonly name: string; readonly to: string | null }
  | { readonly kind: 'body'; readonly of: Side; readonly to: string }
  /** The first success, given again to every later request. */
  | { readonly kind: 'replayed' }
  /** The body of the last success of any other endpoint. */
  | { readonly kind: 'swapped' }
  /** The nth success comes after so many milliseconds. */
  | { readonly kind: 'delayed'; readonly nth: number; readonly milliseconds: number };

/** Successes (2xx and 3xx) or refusals (4xx and 5xx). */
export type Side = 'success' | 'refusal';

/** One change of the answers of one endpoint, as plain data. */
export interface Mutant {
  /** `Account/Login: /jwt dropped`. */
  readonly id: string;
  readonly endpoint: string;
  readonly method: string;
  /** As the spec has it, with `{name}` for parameters. */
  readonly path: string;
  readonly act: Act;
  /** Why nobody could tell the changed answer from a good one; null where somebody has to. */
  readonly excuse: string | null;
}

/** The proxy that changes nothing. */
export const NEUTRAL: Mutant = {
  id: 'nothing changed',
  endpoint: '',
  method: '',
  path: '',
  act: { kind: 'none' },
  excuse: null,
};
