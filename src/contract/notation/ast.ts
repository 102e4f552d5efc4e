/** The notation's syntax tree: plain JSON, so that the build can store it. */

export type TypeName =
  | 'Str'
  | 'Int'
  | 'Num'
  | 'Double'
  | 'Bool'
  | 'DateTime'
  | 'DateTimeUtc'
  | 'DateTimeLocal'
  | 'DateTimeOffset'
  | 'TimeSpan'
  | 'Duration'
  | 'Guid'
  | 'Uri'
  | 'Xml';

export type Comparison = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** A bound of a range: a literal, or a constant by name such as `Now`. */
export type Bound =
  | { readonly kind: 'literal'; readonly value: number | string }
  | { readonly kind: 'constant'; readonly name: string };

export interface Member {
  readonly name: string;
  readonly pattern: Pattern;
}

export type Pattern =
  /** `{ "a": P, … }`; `open` when it contains `*`. */
  | { readonly kind: 'object'; readonly members: readonly Member[]; readonly open: boolean }
  /** `[P, Q]`: exactly that length. */
  | { readonly kind: 'tuple'; readonly items: readonly Pattern[] }
  /** `P[]`, or `P?[]` when `nullable`. */
  | { readonly kind: 'vector'; readonly item: Pattern; readonly nullable: boolean }
  | { readonly kind: 'required'; readonly pattern: Pattern }
  | { readonly kind: 'optional'; readonly pattern: Pattern }
  | { readonly kind: 'type'; readonly type: TypeName; readonly pattern: Pattern }
  /** A bare name: matches anything, binds it; the same name twice must meet equal values. */
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'literal'; readonly value: null | boolean | number | string }
  /** `low < P <= high`, or one side of it. */
  | {
      readonly kind: 'range';
      readonly pattern: Pattern;
      readonly low?: { readonly bound: Bound; readonly inclusive: boolean };
      readonly high?: { readonly bound: Bound; readonly inclusive: boolean };
    }
  | { readonly kind: 'compare'; readonly pattern: Pattern; readonly operator: '=' | '!='; readonly bound: Bound }
  | { readonly kind: 'like'; readonly pattern: Pattern; readonly regex: string; readonly negated: boolean }
  /** A function or operator without pattern support: the engine answers Unknown. */
  | { readonly kind: 'unknown'; readonly text: string };

export interface XmlAttribute {
  readonly name: string;
  readonly pattern: Pattern;
}

export type XmlContent =
  | { readonly kind: 'element'; readonly element: XmlPattern; readonly vector: boolean; readonly nullable: boolean }
  /** `<[P]>`: the element's content. */
  | { readonly kind: 'embedded'; readonly pattern: Pattern }
  | { readonly kind: 'text'; readonly text: string };

export interface XmlPattern {
  readonly name: string;
  readonly namespace: string | null;
  readonly attributes: readonly XmlAttribute[];
  readonly content: readonly XmlContent[];
  /** Contains `*`: unknown attributes and elements pass. */
  readonly open: boolean;
}
