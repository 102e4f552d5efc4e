import { isNode, type Node, nodes, resolve } from './resolve.ts';

/** What a schema says of one member. No types means any. */
export interface Field {
  readonly types: ReadonlySet<string>;
  readonly required: boolean;
}

/** Members by dotted name; those of list elements stand directly below the list. */
export type Fields = ReadonlyMap<string, Field>;

const DEEPEST = 8;

/** All members that a schema of an OpenAPI document (3.0 or 3.1) names, at all depths. */
export function fieldsOf(document: Node, schema: unknown, prefix = '', depth = 0): Fields {
  const fields = new Map<string, Field>();
  if (depth > DEEPEST) return fields;
  for (const { node, sure } of branches(document, schema)) {
    const required = nodes(node.required);
    for (const [name, member] of Object.entries(isNode(node.properties) ? node.properties : {})) {
      const field = { types: typesOf(document, member), required: sure && required.includes(name) };
      add(fields, prefix + name, field);
      for (const [inner, held] of fieldsOf(document, member, `${prefix}${name}.`, depth + 1)) add(fields, inner, held);
    }
    if (node.items !== undefined) {
      for (const [inner, held] of fieldsOf(document, node.items, prefix, depth + 1)) add(fields, inner, held);
    }
  }
  return fields;
}

function add(fields: Map<string, Field>, name: string, field: Field): void {
  const known = fields.get(name);
  fields.set(
    name,
    known === undefined
      ? field
      : { types: new Set([...known.types, ...field.types]), required: known.required || field.required },
  );
}

/** JSON types that a schema admits, null aside; empty when it admits any. */
function typesOf(document: Node, schema: unknown): ReadonlySet<string> {
  const types = branches(document, schema).flatMap(({ node }) => {
    const own = Array.isArray(node.type) ? node.type : node.type === undefined ? [] : [node.type];
    return own.map(String);
  });
  return new Set(types.filter(type => type !== 'null'));
}

/** The schema itself and its alternatives; what stands in one of several alternatives that are objects is not sure. */
function branches(
  document: Node,
  schema: unknown,
  sure = true,
  depth = 0,
): readonly { readonly node: Node; readonly sure: boolean }[] {
  const node = resolve(document, schema);
  if (depth > DEEPEST) return [];
  const all = nodes(node.allOf).flatMap(part => branches(document, part, sure, depth + 1));
  const some = [...nodes(node.anyOf), ...nodes(node.oneOf)];
  const objects = some.filter(part => resolve(document, part).type === 'object').length;
  return [{ node, sure }, ...all, ...some.flatMap(part => branches(document, part, sure && objects <= 1, depth + 1))];
}
