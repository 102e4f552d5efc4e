/** A JSON Schema, as a plain object. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const ANY: JsonSchema = {};
export const NOT_NULL: JsonSchema = { not: { type: 'null' } };
export const NEITHER_NULL_NOR_LIST: JsonSchema = { not: { anyOf: [{ type: 'null' }, { type: 'array' }] } };
export const NULL: JsonSchema = { type: 'null' };

/** One of several; alternatives of alternatives are put into one list, equal ones only once. */
export function anyOf(...schemas: readonly JsonSchema[]): JsonSchema {
  const alternatives = new Map<string, JsonSchema>();
  for (const schema of schemas.flatMap(flatten)) alternatives.set(JSON.stringify(schema), schema);
  const [first = ANY, ...others] = alternatives.values();
  return others.length === 0 ? first : { anyOf: [first, ...others] };
}

function flatten(schema: JsonSchema): readonly JsonSchema[] {
  const alternatives: unknown = schema.anyOf;
  return Array.isArray(alternatives) && Object.keys(schema).length === 1 ? alternatives : [schema];
}

export function orNull(schema: JsonSchema): JsonSchema {
  return schema === NOT_NULL ? ANY : anyOf(schema, NULL);
}

/** An empty string counts as absent, so where one may be absent it may be empty. */
export function orEmpty(schema: JsonSchema): JsonSchema {
  const takesAnyText = schema === NOT_NULL || schema === ANY || flatten(schema).some(isPlainText);
  return takesAnyText ? schema : anyOf(schema, { const: '' });
}

function isPlainText(schema: JsonSchema): boolean {
  return schema.type === 'string' && Object.keys(schema).length === 1;
}
