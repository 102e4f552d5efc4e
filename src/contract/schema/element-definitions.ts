import type { JsonSchema } from '../notation/index.ts';
import { isSchema } from './json-schema.ts';

/**
 * A host may answer a list of one as that one, so the schema of an element stands twice: in the list and beside it.
 * Where the element is an object, both become a reference to one definition, named after the member.
 */
export function defineElements(schema: JsonSchema): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const walked = walk(schema, 'Element', definitions);
  return Object.keys(definitions).length === 0 ? walked : { ...walked, $defs: definitions };
}

function walk(schema: JsonSchema, name: string, definitions: Record<string, JsonSchema>): JsonSchema {
  const walked = Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => [keyword, walkValue(keyword, value, name, definitions)]),
  );
  const { anyOf } = walked;
  const list: unknown = Array.isArray(anyOf)
    ? anyOf.find(alternative => isSchema(alternative) && alternative.type === 'array')
    : undefined;
  if (!Array.isArray(anyOf) || !isSchema(list) || !isSchema(list.items) || list.items.type !== 'object') return walked;
  const element = list.items;
  const text = JSON.stringify(element);
  if (!anyOf.some(alternative => JSON.stringify(alternative) === text)) return walked;
  const $ref = `#/$defs/${define(name, element, definitions)}`;
  const referring = anyOf.map(alternative =>
    alternative === list ? { ...list, items: { $ref } } : JSON.stringify(alternative) === text ? { $ref } : alternative,
  );
  return { ...walked, anyOf: referring };
}

function walkValue(keyword: string, value: unknown, name: string, definitions: Record<string, JsonSchema>): unknown {
  if (Array.isArray(value))
    return value.map(item => (isSchema(item) && keyword === 'anyOf' ? walk(item, name, definitions) : item));
  if (!isSchema(value)) return value;
  if (keyword !== 'properties') return walk(value, name, definitions);
  return Object.fromEntries(
    Object.entries(value).map(([member, held]) => [member, isSchema(held) ? walk(held, member, definitions) : held]),
  );
}

/** Two members of one name with different elements get different definitions. */
function define(name: string, element: JsonSchema, definitions: Record<string, JsonSchema>): string {
  const text = JSON.stringify(element);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}${number}`;
    definitions[candidate] ??= element;
    if (JSON.stringify(definitions[candidate]) === text) return candidate;
  }
}
