import type { Fields } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { XmlElement } from '../xml/element.ts';
import { readXml, XmlSyntaxError } from '../xml/reader.ts';

/** The element that the caller gave: as text in JSON, as itself in XML. Null where there is none. */
export function givenXml(fields: Fields, name: string): XmlElement | null {
  const value = fields[name];
  if (value === null || value === undefined || value === '') return null;
  const element = asElement(value);
  if (element !== undefined) return element;
  try {
    return readXml(String(value).trim());
  } catch (error) {
    if (error instanceof XmlSyntaxError) throw refuse(400, error.message);
    throw error;
  }
}

/** The matcher's form of an element as ours; undefined for anything else. */
function asElement(value: unknown): XmlElement | undefined {
  if (
    typeof value !== 'object' ||
    value === null ||
    !('name' in value && 'attributes' in value && 'children' in value)
  ) {
    return undefined;
  }
  const { name, attributes, children } = value;
  if (typeof name !== 'string' || typeof attributes !== 'object' || attributes === null || !Array.isArray(children)) {
    return undefined;
  }
  const namespace = 'namespace' in value && typeof value.namespace === 'string' ? value.namespace : '';
  const inside = children.flatMap(child => (typeof child === 'string' ? child : (asElement(child) ?? [])));
  return new XmlElement(
    name,
    namespace,
    Object.entries(attributes).map(([key, text]) => [key, String(text)] as const),
    inside,
  );
}
