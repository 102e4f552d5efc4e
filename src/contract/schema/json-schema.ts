/** A JSON Schema of draft 2020-12. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** Keywords that say something to a reader and nothing to a validator. */
const ANNOTATIONS = new Set(['$comment', 'title', 'description', 'examples', 'default', 'deprecated']);

/** Keywords whose members are schemas under free names, which must not be taken for annotations. */
const NAMED = new Set(['properties', '$defs', 'patternProperties', 'dependentSchemas']);

/** The same schema without annotations. */
export function withoutAnnotations(schema: JsonSchema): JsonSchema {
  return typeof schema === 'boolean' ? schema : strip(schema, false);
}

function strip(node: Readonly<Record<string, unknown>>, named: boolean): Readonly<Record<string, unknown>> {
  const kept = Object.entries(node).filter(([keyword]) => named || !ANNOTATIONS.has(keyword));
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, stripValue(value, !named && NAMED.has(keyword))]));
}

function stripValue(value: unknown, named: boolean): unknown {
  if (Array.isArray(value)) return value.map(item => stripValue(item, false));
  return isNode(value) ? strip(value, named) : value;
}

const isNode = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
