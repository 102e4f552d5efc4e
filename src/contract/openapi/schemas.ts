import { isDescribed } from '../schema/endpoint-schema.ts';
import type { Catalogue, Spec } from '../spec.ts';
import { SIDES, type Side } from '../success.ts';
import { componentName } from './names.ts';
import { isNode, type Node } from './resolve.ts';

/** The schemas of all described bodies and the shared definitions, as components that refer to one another. */
export function componentSchemas(
  catalogue: Catalogue,
  schemaOf: (spec: Spec, side: Side) => Node,
  definitions: Node,
): Node {
  const bodies = catalogue.endpoints.flatMap(spec =>
    SIDES.filter(side => isDescribed(spec, side)).flatMap(side =>
      components(componentName(spec.endpoint, side), schemaOf(spec, side)),
    ),
  );
  const used = JSON.stringify(bodies);
  const shared = Object.entries(definitions).filter(([name]) => used.includes(`"#/components/schemas/${name}"`));
  return { ...Object.fromEntries(shared), ...Object.fromEntries(bodies) };
}

/** The component of a body, and one for each definition of its own: `XmppPopMessagesAnswer.Messages`. */
function components(
  name: string,
  { $schema: _dialect, $id: _id, examples: _examples, $defs, ...schema }: Node,
): readonly (readonly [string, unknown])[] {
  const own = isNode($defs) ? Object.entries($defs) : [];
  return [
    [name, withReferences(schema, name)],
    ...own.map(([definition, held]) => [`${name}.${definition}`, withReferences(held, name)] as const),
  ];
}

function withReferences(value: unknown, component: string): unknown {
  if (Array.isArray(value)) return value.map(item => withReferences(item, component));
  if (!isNode(value)) return value;
  const entries = Object.entries(value).map(([key, held]) => [
    key,
    key === '$ref' && typeof held === 'string' ? reference(held, component) : withReferences(held, component),
  ]);
  // Tools for OpenAPI tend to read an object as closed unless it says that it is open.
  const open = value.type === 'object' && isNode(value.properties) && value.additionalProperties === undefined;
  return { ...Object.fromEntries(entries), ...(open && { additionalProperties: true }) };
}

const reference = (ref: string, component: string): string =>
  ref.startsWith('common.json')
    ? ref.replace('common.json#/$defs/', '#/components/schemas/')
    : ref.replace('#/$defs/', `#/components/schemas/${component}.`);
