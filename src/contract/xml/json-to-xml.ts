import { escapeXml } from './scalar.ts';

/**
 * XML of a value in the Neuron's JSON form of XML: `__name` and `__ns` name the element, scalars are attributes,
 * `value` is its text, and objects and lists are child elements under their member's name.
 */
export function jsonToXml(value: unknown, name?: string): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(item => jsonToXml(item, name)).join('');
  if (typeof value !== 'object')
    return name === undefined ? escapeXml(String(value)) : wrap(name, '', escapeXml(String(value)));
  const { __name: own, __ns: namespace, value: text, ...members } = Object.fromEntries(Object.entries(value));
  const element = typeof own === 'string' ? own : name;
  if (element === undefined)
    return Object.entries(value)
      .map(([member, held]) => jsonToXml(held, member))
      .join('');
  const entries = Object.entries(members).filter(([, held]) => held !== null);
  const attributes = entries
    .filter(([, held]) => typeof held !== 'object')
    .map(([member, held]) => ` ${member}="${escapeXml(String(held))}"`);
  const children = entries
    .filter(([, held]) => typeof held === 'object')
    .map(([member, held]) => jsonToXml(held, member));
  const xmlns = typeof namespace === 'string' ? ` xmlns="${escapeXml(namespace)}"` : '';
  return wrap(element, xmlns + attributes.join(''), jsonToXml(text) + children.join(''));
}

export const wrap = (name: string, attributes: string, content: string): string =>
  content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
