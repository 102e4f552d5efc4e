import type { Pattern } from '../ast.ts';
import { variablesOf } from '../variables.ts';
import { bind, type Context, matchAll, matchEach, type Verdict } from './context.ts';
import { type Element, NULL } from './element.ts';

/** Unknown members are refused by name, even when they are null; a missing member is matched as null. */
export function matchObject(pattern: Pattern & { kind: 'object' }, element: Element, context: Context): Verdict {
  if (element.kind !== 'object') return 'no-match';
  const { members } = element;
  const known = new Set(pattern.members.map(member => member.name));
  if (!pattern.open && [...members.keys()].some(name => !known.has(name))) return 'no-match';
  return matchAll(pattern.members, member => context.match(member.pattern, members.get(member.name) ?? NULL));
}

/** Exactly that length; nothing but a list will do. */
export function matchTuple(items: readonly Pattern[], element: Element, context: Context): Verdict {
  if (element.kind !== 'array' || element.items.length !== items.length) return 'no-match';
  return matchAll(items.entries(), ([index, item]) => context.match(item, element.items[index] ?? NULL));
}

/** Anything but a list counts as a list of one. */
export function matchVector(pattern: Pattern & { kind: 'vector' }, element: Element, context: Context): Verdict {
  if (pattern.nullable && element.kind === 'null') return 'match';
  const list: Element & { kind: 'array' } = element.kind === 'array' ? element : { kind: 'array', items: [element] };
  const { item } = pattern;
  if (item.kind === 'variable') return bind(item.name, list, context);
  return matchEach(variablesOf(item), list.items, context, value => context.match(item, value));
}
