import type { JsonSchema } from '../notation/index.ts';
import { isSchema } from './json-schema.ts';

/**
 * Writes the alternative of null into `type` where only one other alternative has a type of its own:
 * `anyOf: [{ type: string }, { type: null }]` says the same as `type: [string, null]`, at more length for a reader
 * and more work for a validator.
 */
export function foldNull(schema: JsonSchema): JsonSchema {
  const folded = Object.fromEntries(Object.entries(schema).map(([keyword, value]) => [keyword, foldValue(value)]));
  const { anyOf, ...rest } = folded;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return folded;
  const other: unknown = anyOf.find(alternative => !isNull(alternative));
  if (!anyOf.some(isNull) || !isSchema(other) || typeof other.type !== 'string' || 'const' in other || 'enum' in other)
    return folded;
  return { ...rest, ...other, type: [other.type, 'null'] };
}

const foldValue = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(foldValue) : isSchema(value) ? foldNull(value) : value;

const isNull = (schema: unknown): boolean => JSON.stringify(schema) === '{"type":"null"}';
