/** A parsed XML element, without comments and processing instructions. Text (CDATA too) is a plain string. */
export interface XmlElement {
  /** The local name. */
  readonly name: string;
  /** The namespace it is in, inherited or own; null when none. */
  readonly namespace: string | null;
  /** By name as written, without `xmlns` and `xmlns:…`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"]/g, char => ENTITIES[char] ?? char);
}

/** The element as text; a namespace is declared where it differs from the parent's. */
export function xmlText(element: XmlElement, parentNamespace: string | null = null): string {
  const { name, namespace, attributes, children } = element;
  const declared = namespace === parentNamespace ? '' : ` xmlns="${escapeXml(namespace ?? '')}"`;
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inner = children.map(child => (typeof child === 'string' ? escapeXml(child) : xmlText(child, namespace)));
  const start = `<${name}${declared}${written.join('')}`;
  return inner.length === 0 ? `${start}/>` : `${start}>${inner.join('')}</${name}>`;
}
