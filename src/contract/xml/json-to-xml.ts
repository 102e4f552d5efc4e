import { escapeXml } from './scalar.ts';

/**
 * XML of a value in the Neuron's JSON form of XML: `__name` and `__ns` name an object's element, else it has the name
 * of its member; scalars in it are attributes, `value` is its text, objects and lists are child elements.
 */
export function jsonToXml(value: unknown, member: string): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(item => jsonToXml(item, member)).join('');
  if (typeof value !== 'object') return wrap(member, '', escapeXml(String(value)));
  const { __name, __ns, value: text, ...members } = Object.fromEntries(Object.entries(value));
  const entries = Object.entries(members).filter(([, held]) => held !== null);
  const attributes = entries.filter(([, held]) => typeof held !== 'object');
  const children = entries.filter(([, held]) => typeof held === 'object');
  const written = [['xmlns', __ns], ...attributes].filter(([, held]) => held !== undefined);
  return wrap(
    typeof __name === 'string' ? __name : member,
    written.map(([name, held]) => ` ${name}="${escapeXml(String(held))}"`).join(''),
    escapeXml(String(text ?? '')) + children.map(([name, held]) => jsonToXml(held, name)).join(''),
  );
}

export const wrap = (name: string, attributes: string, content: string): string =>
  content === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${content}</${name}>`;
