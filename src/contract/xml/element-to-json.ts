import type { XmlElement } from '../notation/index.ts';

/**
 * The JSON form that hosts give XML: `__name` and `__ns` tell the element, attributes become members, a child that
 * occurs once becomes a member, children that repeat a list, and text stands in `value`.
 */
export function elementToJson({
  name,
  namespace,
  attributes,
  children,
}: XmlElement): Readonly<Record<string, unknown>> {
  const elements = children.filter((child): child is XmlElement => typeof child !== 'string');
  const text = children.filter(child => typeof child === 'string').join('');
  const byName = new Map<string, unknown[]>();
  for (const element of elements)
    byName.set(element.name, [...(byName.get(element.name) ?? []), elementToJson(element)]);
  return {
    __name: name,
    ...(namespace === null ? {} : { __ns: namespace }),
    ...attributes,
    ...Object.fromEntries([...byName].map(([child, values]) => [child, values.length === 1 ? values[0] : values])),
    ...(elements.length === 0 && text !== '' ? { value: text } : {}),
  };
}
