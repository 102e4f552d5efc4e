import type { Pattern, XmlContent, XmlPattern } from '../notation/ast.ts';
import { scalarType } from '../xml/scalar.ts';
import { type SimpleType, simpleType } from './simple-type.ts';

export interface XsdAttribute {
  readonly name: string;
  readonly type: SimpleType;
  readonly required: boolean;
}

export interface XsdChild {
  readonly element: XsdElement;
  readonly required: boolean;
  readonly many: boolean;
}

/** An element as XML Schema sees it. */
export interface XsdElement {
  readonly name: string;
  readonly attributes: readonly XsdAttribute[];
  readonly children: readonly XsdChild[];
  /** Text content; null where there is none. */
  readonly text: { readonly type: SimpleType; readonly required: boolean } | null;
  /** Content that the contract does not describe: any elements and text. */
  readonly any: boolean;
  /** Whether attributes and elements that the contract does not name may occur, as in answers. */
  readonly open: boolean;
}

export function elementOf(xml: XmlPattern, open: boolean): XsdElement {
  const embedded = xml.content.flatMap(content => (content.kind === 'embedded' ? [content.pattern] : []));
  const any = embedded.some(pattern => isOpaque(pattern)) || embedded.length > 1;
  const [text] = embedded;
  return {
    name: xml.name,
    attributes: xml.attributes.map(({ name, pattern }) => ({
      name,
      type: simpleType(pattern),
      required: isRequired(pattern),
    })),
    children: any ? [] : xml.content.flatMap(content => childOf(content, open)),
    text: any || text === undefined ? null : { type: simpleType(text), required: isRequired(text) },
    any,
    open: open || xml.open,
  };
}

function childOf(content: XmlContent, open: boolean): readonly XsdChild[] {
  if (content.kind !== 'element') return [];
  const required = !content.vector && !content.nullable && needsSomething(content.element);
  return [{ element: elementOf(content.element, open), required, many: content.vector }];
}

/** The engine meets a missing element as null, which passes when nothing in the element is required. */
const needsSomething = (xml: XmlPattern): boolean =>
  xml.attributes.some(attribute => isRequired(attribute.pattern)) ||
  xml.content.some(
    content =>
      (content.kind === 'embedded' && isRequired(content.pattern)) ||
      (content.kind === 'element' && !content.vector && !content.nullable && needsSomething(content.element)),
  );

const isRequired = (pattern: Pattern): boolean => pattern.kind === 'required';

/** A bare variable or Xml holds anything. */
function isOpaque(pattern: Pattern): boolean {
  const type = scalarType(pattern);
  return type === null || type === 'Xml';
}
