import { escapeXml } from '../xml/scalar.ts';
import type { XsdAttribute, XsdChild, XsdElement } from './element.ts';
import type { SimpleType } from './simple-type.ts';

/** A tag with its attributes and children; text is only ever documentation. */
interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tag[];
  readonly text?: string;
}

const tag = (name: string, attributes: Tag['attributes'] = {}, children: readonly Tag[] = []): Tag => ({
  name,
  attributes,
  children,
});

/** Prints the schema of a namespace: one global element each, with what to say about it. */
export function printXsd(
  namespace: string,
  elements: readonly { readonly element: XsdElement; readonly note: string }[],
): string {
  const schema = tag(
    'xs:schema',
    {
      'xmlns:xs': 'http://www.w3.org/2001/XMLSchema',
      xmlns: namespace,
      targetNamespace: namespace,
      elementFormDefault: 'qualified',
    },
    elements.map(({ element, note }) =>
      elementTag(element, {}, [{ ...tag('xs:annotation'), children: [{ ...tag('xs:documentation'), text: note }] }]),
    ),
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${print(schema, '')}`;
}

function elementTag(element: XsdElement, occurrence: Tag['attributes'], notes: readonly Tag[] = []): Tag {
  return tag('xs:element', { name: element.name, ...occurrence }, [...notes, complexType(element)]);
}

function complexType(element: XsdElement): Tag {
  const attributes = [
    ...element.attributes.map(attributeTag),
    ...(element.open ? [tag('xs:anyAttribute', { processContents: 'lax' })] : []),
  ];
  if (element.any) {
    const any = tag('xs:any', { minOccurs: '0', maxOccurs: 'unbounded', processContents: 'skip' });
    return tag('xs:complexType', { mixed: 'true' }, [tag('xs:sequence', {}, [any]), ...attributes]);
  }
  if (element.text !== null && element.children.length === 0 && plain(element.text.type)) {
    return tag('xs:complexType', {}, [
      tag('xs:simpleContent', {}, [tag('xs:extension', { base: element.text.type.base }, attributes)]),
    ]);
  }
  const rest = element.open
    ? [tag('xs:any', { namespace: '##other', minOccurs: '0', maxOccurs: 'unbounded', processContents: 'lax' })]
    : [];
  const children = [...element.children.map(childTag), ...rest];
  const mixed: Tag['attributes'] = element.text === null ? {} : { mixed: 'true' };
  return tag('xs:complexType', mixed, [
    ...(children.length === 0 ? [] : [tag('xs:sequence', {}, children)]),
    ...attributes,
  ]);
}

const plain = (type: SimpleType): boolean => type.facets.length === 0;

const childTag = ({ element, required, many }: XsdChild): Tag =>
  elementTag(element, { ...(!required && { minOccurs: '0' }), ...(many && { maxOccurs: 'unbounded' }) });

function attributeTag({ name, type, required }: XsdAttribute): Tag {
  const use: Tag['attributes'] = required ? { use: 'required' } : {};
  if (plain(type)) return tag('xs:attribute', { name, type: type.base, ...use });
  const facets = type.facets.map(([facet, value]) => tag(`xs:${facet}`, { value }));
  return tag('xs:attribute', { name, ...use }, [
    tag('xs:simpleType', {}, [tag('xs:restriction', { base: type.base }, facets)]),
  ]);
}

function print({ name, attributes, children, text }: Tag, indent: string): string {
  const open = `${indent}<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(value)}"`)
    .join('')}`;
  if (text !== undefined) return `${open}>${escapeXml(text)}</${name}>\n`;
  if (children.length === 0) return `${open}/>\n`;
  return `${open}>\n${children.map(child => print(child, `${indent}  `)).join('')}${indent}</${name}>\n`;
}
