import type { Element } from './element.ts';

/** Equality as the engine has it for a repeated variable or a literal: by kind, lists by element, objects by identity. */
export function equalElements(a: Element, b: Element): boolean {
  if (a.kind === 'array' && b.kind === 'array') {
    return (
      a.items.length === b.items.length && a.items.every((item, index) => equalElements(item, b.items[index] ?? item))
    );
  }
  if ((a.kind === 'date' || a.kind === 'span') && a.kind === b.kind) return a.ticks === b.ticks;
  if (a.kind === 'opaque' && b.kind === 'opaque') return a.text === b.text;
  if (a.kind === 'null' || b.kind === 'null') return a.kind === b.kind;
  if ('value' in a && 'value' in b) return a.kind === b.kind && a.value === b.value;
  return a === b;
}
