import { isDescribed } from '../schema/endpoint-schema.ts';
import type { Catalogue, Spec } from '../spec.ts';
import { SIDES, type Side } from '../success.ts';
import { componentName } from './names.ts';

type Node = Readonly<Record<string, unknown>>;

/** The schemas of all described bodies and the shared definitions, as components that refer to one another. */
export function componentSchemas(
  catalogue: Catalogue,
  schemaOf: (spec: Spec, side: Side) => Node,
  definitions: Node,
): Node {
  const bodies = catalogue.endpoints.flatMap(spec =>
    SIDES.filter(side => isDescribed(spec, side)).map(
      side => [componentName(spec.endpoint, side), asComponent(schemaOf(spec, side))] as const,
    ),
  );
  const used = JSON.stringify(bodies);
  const shared = Object.entries(definitions).filter(([name]) => used.includes(`"#/components/schemas/${name}"`));
  return { ...Object.fromEntries(shared), ...Object.fromEntries(bodies) };
}

function asComponent({ $schema: _dialect, $id: _id, examples: _examples, ...schema }: Node): unknown {
  return withReferences(schema);
}

function withReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withReferences);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => [
      key,
      key === '$ref' && typeof held === 'string'
        ? held.replace('common.json#/$defs/', '#/components/schemas/')
        : withReferences(held),
    ]),
  );
}
