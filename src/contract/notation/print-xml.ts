import type { XmlAttribute, XmlContent, XmlPattern } from './ast.ts';
import { print } from './print.ts';
import { writeString } from './strings.ts';
import { escapeXml } from './xml-element.ts';

const INDENT = '  ';

/** The XML pattern as text, one attribute and one child a line; parsing it gives the same pattern again. */
export function printXmlPattern(pattern: XmlPattern): string {
  return printElement(pattern, '');
}

function printElement({ name, namespace, attributes, content, open }: XmlPattern, indent: string): string {
  const column = `\n${indent}${' '.repeat(name.length + 2)}`;
  const written = [
    ...(namespace === null ? [] : [`xmlns=${writeString(namespace)}`]),
    ...attributes.map(attribute => printAttribute(attribute, indent + INDENT)),
    ...(open ? ['*'] : []),
  ];
  const start = `<${[name, written.join(column)].filter(part => part !== '').join(' ')}`;
  if (content.length === 0) return `${start} />`;
  const inner = indent + INDENT;
  const children = content.map(item => `\n${inner}${printContent(item, inner)}`);
  return `${start}>${children.join('')}\n${indent}</${name}>`;
}

function printAttribute({ name, pattern }: XmlAttribute, indent: string): string {
  const isText = pattern.kind === 'literal' && typeof pattern.value === 'string';
  return isText ? `${name}=${print(pattern, indent)}` : `${name}=(${print(pattern, indent)})`;
}

function printContent(content: XmlContent, indent: string): string {
  if (content.kind === 'text') return escapeXml(content.text);
  if (content.kind === 'embedded') return `<[${print(content.pattern, indent)}]>`;
  const { element, vector, nullable } = content;
  if (!vector && !nullable) return printElement(element, indent);
  const text = `\n${indent}${printElement(element, indent)}`;
  return vector ? `<[${text}${nullable ? '?' : ''}[]\n${indent}]>` : `<[Optional(${text})]>`;
}
