import type { Element } from './element.ts';
import { EngineException } from './outcome.ts';
import { elementText } from './text.ts';

/** Values that the engine can order. A list has no order and meets no range; an object raises when it is tried. */
export function isOrdered(element: Element): boolean {
  return element.kind !== 'array';
}

/**
 * Compares as the set of the *value* does: text with the text of the bound, in the order of a culture (punctuation,
 * digits, letters); null comes before everything; any other kind only with its own kind.
 *
 * @throws EngineException for an invalid cast, such as `true` against a number.
 */
export function compareElements(value: Element, bound: Element): number {
  if (value.kind === 'null') return -1;
  if (value.kind === 'string') return new Intl.Collator('en').compare(value.value, elementText(bound));
  if (value.kind === 'number' && bound.kind === 'number') return compareNumbers(value.value, bound.value);
  if (value.kind === 'date' && bound.kind === 'date') {
    return value.ticks === bound.ticks ? 0 : value.ticks < bound.ticks ? -1 : 1;
  }
  throw new EngineException(`A ${value.kind} cannot be compared with a ${bound.kind}.`);
}

/** NaN comes before every number. */
function compareNumbers(value: number, bound: number): number {
  return Number.isNaN(value) ? -1 : value - bound;
}
