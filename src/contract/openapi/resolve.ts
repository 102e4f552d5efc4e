/** An object of an OpenAPI document or of a JSON Schema. */
export type Node = Readonly<Record<string, unknown>>;

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A node of the document, following its local `$ref`s; an empty node where there is none. */
export function resolve(document: Node, value: unknown, depth = 0): Node {
  if (!isNode(value)) return {};
  const { $ref: reference } = value;
  if (typeof reference !== 'string' || !reference.startsWith('#/') || depth > 20) return value;
  const tokens = reference
    .slice(2)
    .split('/')
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  const target = tokens.reduce<unknown>((here, token) => (isNode(here) ? here[token] : undefined), document);
  return resolve(document, target, depth + 1);
}

export const nodes = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
