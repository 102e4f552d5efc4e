/**
 * A value as the engine holds it while it matches. JSON values keep their kind; `integer` is a whole number beyond 64
 * bits, `ticks` count 100 ns (of a date: since 0001-01-01).
 */
export type Element =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'array'; readonly items: readonly Element[] }
  | { readonly kind: 'object'; readonly members: ReadonlyMap<string, Element> }
  | { readonly kind: 'date'; readonly ticks: bigint }
  | { readonly kind: 'span'; readonly ticks: bigint }
  /** Guid, Uri, Duration, DateTimeOffset or Xml: values that the engine can neither order nor take apart. */
  | { readonly kind: 'opaque'; readonly text: string };

export const NULL: Element = { kind: 'null' };

/** A value given by JSON.parse, as the engine's JSON reader hands it to a pattern. */
export function elementOf(value: unknown): Element {
  if (value === null || value === undefined) return NULL;
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'bigint') return { kind: 'integer', value };
  if (typeof value === 'string') return { kind: 'string', value };
  if (Array.isArray(value)) return { kind: 'array', items: value.map(elementOf) };
  if (typeof value === 'object') {
    return {
      kind: 'object',
      members: new Map(Object.entries(value).map(([name, member]) => [name, elementOf(member)])),
    };
  }
  throw new TypeError(`A value to match has to be JSON, got a ${typeof value}.`);
}

/** What a variable was bound to: JSON, or a bigint (beyond 64 bits), or a Date. Other types are their text. */
export type Bound =
  | null
  | boolean
  | number
  | string
  | bigint
  | Date
  | readonly Bound[]
  | { readonly [name: string]: Bound };

const EPOCH_TICKS = 621_355_968_000_000_000n;
const TICKS_PER_MILLISECOND = 10_000n;

export function boundValue(element: Element): Bound {
  switch (element.kind) {
    case 'null':
      return null;
    case 'array':
      return element.items.map(boundValue);
    case 'object':
      return Object.fromEntries([...element.members].map(([name, member]) => [name, boundValue(member)]));
    case 'date':
      return new Date(Number((element.ticks - EPOCH_TICKS) / TICKS_PER_MILLISECOND));
    case 'span':
      return Number(element.ticks / TICKS_PER_MILLISECOND);
    case 'opaque':
      return element.text;
    default:
      return element.value;
  }
}
