/** An XML element as the host reads and writes it: prefixes resolved, comments and processing instructions gone. */
export class XmlElement {
  readonly name: string;
  readonly namespace: string;
  /** Without namespace declarations; a prefixed attribute keeps its prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlElement | string)[];

  constructor(
    name: string,
    namespace: string,
    attributes: Iterable<readonly [string, string]> = [],
    children: readonly (XmlElement | string)[] = [],
  ) {
    this.name = name;
    this.namespace = namespace;
    this.attributes = new Map(attributes);
    this.children = children;
  }

  get elements(): readonly XmlElement[] {
    return this.children.filter(child => child instanceof XmlElement);
  }

  /** The text directly inside, without that of child elements. */
  get text(): string {
    return this.children.filter(child => typeof child === 'string').join('');
  }
}
