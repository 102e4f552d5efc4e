import type { Pattern, TypeName } from '../notation/ast.ts';

/** An XML Schema simple type: a built-in one, and the facets that narrow it. */
export interface SimpleType {
  readonly base: string;
  readonly facets: readonly (readonly [name: string, value: string])[];
}

const BUILT_IN: Readonly<Record<TypeName, string>> = {
  Str: 'xs:string',
  Int: 'xs:integer',
  Num: 'xs:double',
  Double: 'xs:double',
  Bool: 'xs:boolean',
  DateTime: 'xs:dateTime',
  DateTimeUtc: 'xs:dateTime',
  DateTimeLocal: 'xs:dateTime',
  DateTimeOffset: 'xs:dateTime',
  TimeSpan: 'xs:string',
  Duration: 'xs:duration',
  Guid: 'xs:string',
  Uri: 'xs:anyURI',
  Xml: 'xs:string',
};

export const TEXT: SimpleType = { base: 'xs:string', facets: [] };

/** The simple type of an attribute or of text. A bound that is no number, such as Now, has no facet. */
export function simpleType(pattern: Pattern): SimpleType {
  switch (pattern.kind) {
    case 'type': {
      const inner = simpleType(pattern.pattern);
      return { base: BUILT_IN[pattern.type], facets: inner.facets };
    }
    case 'range': {
      const inner = simpleType(pattern.pattern);
      return {
        base: inner.base,
        facets: [...inner.facets, ...facet('min', pattern.low), ...facet('max', pattern.high)],
      };
    }
    case 'vector':
      return simpleType(pattern.item);
    case 'required':
    case 'optional':
    case 'compare':
    case 'like':
      return simpleType(pattern.pattern);
    default:
      return TEXT;
  }
}

type Limit = Extract<Pattern, { kind: 'range' }>['low'];

function facet(side: 'min' | 'max', limit: Limit): SimpleType['facets'] {
  if (limit === undefined || limit.bound.kind !== 'literal' || typeof limit.bound.value !== 'number') return [];
  return [[`${side}${limit.inclusive ? 'Inclusive' : 'Exclusive'}`, String(limit.bound.value)]];
}

/** What both allow: the same type stays, different ones become text. */
export const commonType = (a: SimpleType, b: SimpleType): SimpleType =>
  JSON.stringify(a) === JSON.stringify(b) ? a : TEXT;
