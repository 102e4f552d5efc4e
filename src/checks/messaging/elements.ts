import { elementToJson } from '../../contract/xml/element-to-json.ts';
import { parseElement } from '../../contract/xml/parse-element.ts';
import { isObject, type Json, type JsonObject } from '../../model/json.ts';

/** An XML element inside an answer, in the form that hosts give XML in JSON. */
export interface Element {
  readonly name: string;
  readonly namespace: string;
  readonly json: JsonObject;
}

/** The element that a text holds, in its JSON form; null when it holds none. */
export function elementOfText(text: string): JsonObject | null {
  const element = parseElement(text.trim());
  // The JSON form is made of nothing but texts, objects and lists.
  return element === null ? null : (elementToJson(element) as JsonObject);
}

/** Every element anywhere in a value, those written as XML text included. */
export function elementsOf(value: Json | undefined): readonly Element[] {
  if (typeof value === 'string') {
    const element = value.startsWith('<') ? elementOfText(value) : null;
    return element === null ? [] : elementsOf(element);
  }
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (!isObject(value)) return [];
  const inside = Object.values(value).flatMap(member => (typeof member === 'object' ? elementsOf(member) : []));
  return typeof value.__name === 'string'
    ? [{ name: value.__name, namespace: String(value.__ns ?? ''), json: value }, ...inside]
    : inside;
}

/** Whether an element has everything that another one has: name, namespace, attributes, text and children. */
export const holds = (given: Json | undefined, wanted: Json): boolean => {
  if (Array.isArray(wanted))
    return Array.isArray(given) && given.length === wanted.length && wanted.every((item, i) => holds(given[i], item));
  if (!isObject(wanted)) return given === wanted;
  if (!isObject(given)) return false;
  return Object.entries(wanted).every(([name, member]) => holds(given[name], member ?? null));
};
