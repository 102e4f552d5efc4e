import { XmlElement } from './element.ts';
import { escapeAttribute, escapeXml } from './text.ts';

/** Writes an element without indentation; a namespace is declared where it changes. */
export function writeXml(element: XmlElement, outer = ''): string {
  const declaration = element.namespace === outer ? '' : ` xmlns="${escapeAttribute(element.namespace)}"`;
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join('');
  const content = element.children
    .map(child => (child instanceof XmlElement ? writeXml(child, element.namespace) : escapeXml(child)))
    .join('');
  const start = `<${element.name}${declaration}${attributes}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${element.name}>`;
}
