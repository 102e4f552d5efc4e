import type { XmlElement } from '../../contract/notation/index.ts';
import { parseElement } from '../../contract/xml/parse-element.ts';
import { isObject, type Json, type JsonObject } from '../../model/json.ts';

/** The messages of a PopMessages answer: absent, null, one object and a list are all published shapes. */
export function messagesOf(value: Json | undefined): readonly JsonObject[] {
  if (!isObject(value)) return [];
  const messages = value.Messages ?? value.messages;
  if (messages === undefined || messages === null) return [];
  return (Array.isArray(messages) ? messages : [messages]).filter(isObject);
}

/** Where the JSON form of XML names an element, and does not give a text of it. */
const ELEMENT_NAMES = ['__name', '__ns'];

/** Every text anywhere in a message: hosts carry the body as text, as XML text, or as the elements of a stanza. */
export function textsOf(value: Json | undefined): readonly string[] {
  if (typeof value === 'string')
    return value.startsWith('<') ? [value, ...textsOfElement(parseElement(value))] : [value];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => (ELEMENT_NAMES.includes(name) ? [] : textsOf(member)));
}

const textsOfElement = (element: XmlElement | null): readonly string[] =>
  element === null
    ? []
    : element.children.flatMap(child => (typeof child === 'string' ? [child] : textsOfElement(child)));
