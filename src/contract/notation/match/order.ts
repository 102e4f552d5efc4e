import type { Element } from './element.ts';
import { EngineException } from './outcome.ts';
import { elementText } from './text.ts';

const ORDERED: ReadonlySet<Element['kind']> = new Set(['number', 'integer', 'string', 'boolean', 'date']);

/** Values that the engine can order; any other one meets no range. */
export function isOrdered(element: Element): boolean {
  return ORDERED.has(element.kind);
}

/**
 * Compares as the set of the *value* does: text with the text of the bound, in the order of a culture (punctuation,
 * digits, letters); any other kind only with its own kind.
 *
 * @throws EngineException for an invalid cast, such as `true` against a number.
 */
export function compareElements(value: Element, bound: Element): number {
  if (value.kind === 'string') return new Intl.Collator('en').compare(value.value, elementText(bound));
  if (value.kind === 'number' && bound.kind === 'number') return value.value - bound.value;
  if (value.kind === 'date' && bound.kind === 'date') {
    return value.ticks === bound.ticks ? 0 : value.ticks < bound.ticks ? -1 : 1;
  }
  throw new EngineException(`A ${value.kind} cannot be compared with a ${bound.kind}.`);
}
