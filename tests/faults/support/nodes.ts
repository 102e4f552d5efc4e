import type { Pattern } from '../../../src/contract/notation/index.ts';
import { isObject, type Json } from '../../../src/model/json.ts';

/** A place in an answer: the way to it, what is there, and the notation of it. */
export interface Node {
  readonly path: readonly (string | number)[];
  readonly value: Json;
  readonly pattern: Pattern;
}

/** Every place of an answer that the notation names, the whole answer first. */
export function nodesOf(pattern: Pattern, value: Json, path: readonly (string | number)[] = []): readonly Node[] {
  const here: Node = { path, value, pattern };
  const inner = bare(pattern);
  if (inner.kind === 'object' && isObject(value)) {
    const members = inner.members.flatMap(({ name, pattern: member }) =>
      Object.hasOwn(value, name) ? nodesOf(member, value[name] ?? null, [...path, name]) : [],
    );
    return [here, ...members];
  }
  if (inner.kind === 'vector' && Array.isArray(value))
    return [here, ...value.flatMap((item, index) => nodesOf(inner.item, item, [...path, index]))];
  return [here];
}

/** The pattern without its Required or Optional. */
export const bare = (pattern: Pattern): Pattern =>
  pattern.kind === 'required' || pattern.kind === 'optional' ? bare(pattern.pattern) : pattern;

/** The value with the place at `path` replaced; `undefined` takes a member away. */
export function put(value: Json, path: readonly (string | number)[], replacement: Json | undefined): Json | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return replacement;
  if (Array.isArray(value))
    return value.flatMap((item, index) => {
      const kept = index === name ? put(item, rest, replacement) : item;
      return kept === undefined ? [] : [kept];
    });
  if (!isObject(value)) return value;
  const { [name]: held, ...others } = value;
  const kept = put(held ?? null, rest, replacement);
  return kept === undefined ? others : { ...value, [name]: kept };
}
