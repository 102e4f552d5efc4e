import type { JsonSchema } from '../notation/index.ts';
import { SCHEMA_BASE } from './file-names.ts';
import { isSchema, withoutAnnotations } from './json-schema.ts';

export const COMMON_ID = `${SCHEMA_BASE}common.json`;

/** Replaces each part that says the same as a shared definition by a reference to it; its annotations stay. */
export function share(schema: JsonSchema, definitions: Readonly<Record<string, JsonSchema>>): JsonSchema {
  const names = new Map(Object.entries(definitions).map(([name, definition]) => [fingerprint(definition), name]));
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    return isSchema(value) ? visitSchema(value) : value;
  };
  const visitSchema = (node: JsonSchema): JsonSchema => {
    const name = names.get(fingerprint(node));
    if (name === undefined) return Object.fromEntries(Object.entries(node).map(([key, held]) => [key, visit(held)]));
    const { title, description } = node;
    return {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      $ref: `common.json#/$defs/${name}`,
    };
  };
  return visitSchema(schema);
}

const fingerprint = (schema: JsonSchema): string => JSON.stringify(withoutAnnotations(schema));
