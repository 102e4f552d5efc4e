import { SCHEMA_BASE } from './file-names.ts';
import { withoutAnnotations } from './json-schema.ts';

type Node = Readonly<Record<string, unknown>>;

export const COMMON_ID = `${SCHEMA_BASE}common.json`;

/** Replaces each part that says the same as a shared definition by a reference to it; its annotations stay. */
export function share(schema: Node, definitions: Readonly<Record<string, Node>>): Node {
  const names = new Map(Object.entries(definitions).map(([name, definition]) => [fingerprint(definition), name]));
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (!isNode(value)) return value;
    const name = names.get(fingerprint(value));
    if (name === undefined) return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, visit(held)]));
    const { title, description } = value;
    return {
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      $ref: `common.json#/$defs/${name}`,
    };
  };
  return Object.fromEntries(
    Object.entries(schema).map(([key, held]) => [key, key === 'examples' ? held : visit(held)]),
  );
}

const fingerprint = (schema: Node): string => JSON.stringify(withoutAnnotations(schema));

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;
