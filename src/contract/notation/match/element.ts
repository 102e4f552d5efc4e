import type { XmlElement } from '../xml-element.ts';
import { dateOfTicks, PER_MILLISECOND } from './ticks.ts';

/**
 * A value as the engine holds it while it matches. JSON values keep their kind; `integer` is a whole number beyond 64
 * bits, `ticks` count 100 ns (of a date: since 0001-01-01). `raw` is the JSON that a list or object was made of.
 */
export type Element =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly items: readonly Element[]; readonly raw?: Bound }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Element>; readonly raw?: Bound }
  | { readonly kind: 'date'; readonly ticks: bigint }
  | { readonly kind: 'span'; readonly ticks: bigint }
  | { readonly kind: 'xml'; readonly element: XmlElement }
  /** Guid, Uri, Duration, DateTimeOffset or Xml in text: values that the engine can neither order nor take apart. */
  | { readonly kind: 'opaque'; readonly text: string };

/**
 * What a variable was bound to: JSON, a bigint (a whole number beyond 64 bits), a Date, or an XML element. A TimeSpan
 * is its milliseconds, any other type its text.
 */
export type Bound =
  | null
  | boolean
  | number
  | string
  | bigint
  | Date
  | XmlElement
  | readonly Bound[]
  | { readonly [name: string]: Bound };

export const NULL: Element = { kind: 'null' };

/** A value given by JSON.parse, as the engine's JSON reader hands it to a pattern; `undefined` is a missing one. */
export function elementOf(value: unknown): Element {
  if (value === null || value === undefined) return NULL;
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'bigint') return { kind: 'integer', value };
  if (typeof value === 'string') return { kind: 'string', value };
  if (Array.isArray(value)) return listElement(value);
  if (typeof value === 'object') return objectElement(value);
  throw new TypeError(`A value to match has to be JSON, got a ${typeof value}.`);
}

/** Converted only when a pattern looks inside, so that a deeply nested body costs no stack. */
function listElement(value: readonly unknown[]): Element {
  let items: readonly Element[] | undefined;
  return {
    kind: 'array',
    raw: value as readonly Bound[],
    get items() {
      items ??= value.map(elementOf);
      return items;
    },
  };
}

function objectElement(value: object): Element {
  let members: ReadonlyMap<string, Element> | undefined;
  return {
    kind: 'object',
    raw: value as { readonly [name: string]: Bound },
    get members() {
      members ??= new Map(Object.entries(value).map(([name, member]) => [name, elementOf(member)]));
      return members;
    },
  };
}

export function boundValue(element: Element): Bound {
  switch (element.kind) {
    case 'null':
      return null;
    case 'array':
      return element.raw ?? element.items.map(boundValue);
    case 'object':
      return element.raw ?? Object.fromEntries([...element.members].map(([name, inner]) => [name, boundValue(inner)]));
    case 'date':
      return dateOfTicks(element.ticks);
    case 'span':
      return Number(element.ticks / PER_MILLISECOND);
    case 'xml':
      return element.element;
    case 'opaque':
      return element.text;
    default:
      return element.value;
  }
}
