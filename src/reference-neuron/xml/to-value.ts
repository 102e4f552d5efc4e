import type { Value } from '../value.ts';
import type { XmlElement } from './element.ts';

/**
 * XML inside JSON: `__name` and `__ns` name the element, attributes become string members, a child that occurs once
 * becomes a member, repeated children a list, and text stands in `value`.
 */
export function xmlToValue(element: XmlElement): Value {
  const object: Record<string, Value> = { __name: element.name, __ns: element.namespace };
  for (const [name, value] of element.attributes) object[name] = value;
  const children = new Map<string, Value[]>();
  for (const child of element.elements) {
    const same = children.get(child.name);
    if (same === undefined) children.set(child.name, [xmlToValue(child)]);
    else same.push(xmlToValue(child));
  }
  for (const [name, values] of children) object[name] = values.length === 1 ? (values[0] ?? null) : values;
  if (element.elements.length === 0 ? element.text !== '' : element.text.trim() !== '') object.value = element.text;
  return object;
}
