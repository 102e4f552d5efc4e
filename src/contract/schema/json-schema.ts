import type { JsonSchema } from '../notation/index.ts';

/** Keywords that say something to a reader and nothing to a validator. */
const ANNOTATIONS = new Set(['$comment', 'title', 'description', 'examples', 'default', 'deprecated']);

/** Keywords whose members are schemas under free names, which must not be taken for annotations. */
const NAMED = new Set(['properties', '$defs', 'patternProperties', 'dependentSchemas']);

/** The same schema without annotations. */
export const withoutAnnotations = (schema: JsonSchema): JsonSchema => strip(schema, false);

function strip(node: JsonSchema, named: boolean): JsonSchema {
  const kept = Object.entries(node).filter(([keyword]) => named || !ANNOTATIONS.has(keyword));
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, stripValue(value, !named && NAMED.has(keyword))]));
}

function stripValue(value: unknown, named: boolean): unknown {
  if (Array.isArray(value)) return value.map(item => stripValue(item, false));
  return isSchema(value) ? strip(value, named) : value;
}

export const isSchema = (value: unknown): value is JsonSchema => typeof value === 'object' && value !== null;
