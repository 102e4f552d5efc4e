import type { TypeName } from '../ast.ts';
import { dateOfNumber, dateOfText, parseDateOffset } from './dates.ts';
import { type Element, NULL } from './element.ts';
import { isDuration, isGuid, isUri } from './formats.ts';
import { inRange, parseDouble, parseWhole } from './numerals.ts';
import { spanOfText } from './spans.ts';
import { elementText } from './text.ts';
import { isXml } from './xml-text.ts';

/** What the type makes of a value, or undefined where the engine answers NoMatch. */
type Converter = (element: Element) => Element | undefined;

const TRUE_WORDS = new Set(['1', 'true', 'yes', 'on']);
const FALSE_WORDS = new Set(['0', 'false', 'no', 'off', '']);

function text(element: Element): Element {
  return element.kind === 'null' ? NULL : { kind: 'string', value: elementText(element) };
}

/** Text that is no integer passes unchanged: the engine's trap. */
function whole(element: Element): Element | undefined {
  if (element.kind === 'integer') return element;
  if (element.kind === 'number') return Number.isInteger(element.value) ? element : undefined;
  if (element.kind !== 'string') return undefined;
  const value = parseWhole(element.value);
  if (value === undefined) return element;
  return inRange(value, 64) ? { kind: 'number', value: Number(value) } : { kind: 'integer', value };
}

function double(element: Element): Element | undefined {
  if (element.kind === 'number' || element.kind === 'integer') return { kind: 'number', value: Number(element.value) };
  if (element.kind !== 'string') return undefined;
  const value = parseDouble(element.value);
  return value === undefined ? undefined : { kind: 'number', value };
}

function boolean(element: Element): Element | undefined {
  if (element.kind === 'boolean') return element;
  if (element.kind === 'number') return { kind: 'boolean', value: element.value !== 0 };
  if (element.kind !== 'string') return undefined;
  if (TRUE_WORDS.has(element.value)) return { kind: 'boolean', value: true };
  return FALSE_WORDS.has(element.value) ? { kind: 'boolean', value: false } : undefined;
}

function date(element: Element): Element | undefined {
  if (element.kind === 'date') return element;
  if (element.kind === 'number') return { kind: 'date', ticks: dateOfNumber(element.value) };
  const ticks = element.kind === 'string' ? dateOfText(element.value) : undefined;
  return ticks === undefined ? undefined : { kind: 'date', ticks };
}

function dateOffset(element: Element): Element | undefined {
  if (element.kind === 'number') return { kind: 'opaque', text: String(dateOfNumber(element.value)) };
  const ticks = element.kind === 'string' ? parseDateOffset(element.value) : undefined;
  return ticks === undefined ? undefined : { kind: 'opaque', text: String(ticks) };
}

function span(element: Element): Element | undefined {
  if (element.kind === 'number') return { kind: 'span', ticks: BigInt(Math.trunc(element.value)) };
  const ticks = element.kind === 'string' ? spanOfText(element.value) : undefined;
  return ticks === undefined ? undefined : { kind: 'span', ticks };
}

function opaqueWhen(holds: (text: string) => boolean): Converter {
  return element =>
    element.kind === 'string' && holds(element.value) ? { kind: 'opaque', text: element.value } : undefined;
}

/** How each type reads a value. */
export const CONVERTERS: Readonly<Record<TypeName, Converter>> = {
  Str: text,
  Int: whole,
  Num: double,
  Double: double,
  Bool: boolean,
  DateTime: date,
  DateTimeUtc: date,
  DateTimeLocal: date,
  DateTimeOffset: dateOffset,
  TimeSpan: span,
  Duration: opaqueWhen(isDuration),
  Guid: opaqueWhen(isGuid),
  Uri: opaqueWhen(isUri),
  Xml: element => (element.kind === 'xml' ? element : opaqueWhen(isXml)(element)),
};
