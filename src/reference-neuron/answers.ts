import type { Reply } from './http/reply.ts';
import { isoText } from './json/writer.ts';
import type { Value, ValueObject } from './value.ts';
import { XmlElement } from './xml/element.ts';
import { AGENT_NAMESPACE } from './xml/namespace.ts';

/** How a value looks in XML. */
export type XmlForm = (value: ValueObject) => XmlElement;

/** 200 with a value, as JSON or, where there is a form for it, as XML. */
export const ok = (value: ValueObject, xml?: XmlForm): Reply => ({
  status: 200,
  headers: [],
  content: { kind: 'value', value, ...(xml !== undefined && { xml }) },
});

/** The usual form: an element whose attributes are the members; null is left out. */
export const attributes =
  (name: string): XmlForm =>
  value =>
    new XmlElement(name, AGENT_NAMESPACE, attributesOf(value));

/** The members with one value each, as attribute texts. Points in time are xs:dateTime. */
export const attributesOf = (value: ValueObject): [string, string][] =>
  Object.entries(value).flatMap(([name, member]) => {
    const text = attributeText(member);
    return text === undefined ? [] : [[name, text]];
  });

function attributeText(value: Value | undefined): string | undefined {
  if (value instanceof Date) return String(isoText(value));
  return value === null || typeof value === 'object' || value === undefined ? undefined : String(value);
}

export const acknowledged = (): Reply => ok({}, () => new XmlElement('AckResponse', AGENT_NAMESPACE));
