import { XmlElement } from './element.ts';
import { isXmlText, unescapeXml } from './text.ts';

/** The text is not well-formed XML, or uses a document type. */
export class XmlSyntaxError extends Error {
  override readonly name = 'XmlSyntaxError';
}

type Namespaces = ReadonlyMap<string, string>;

const DEEPEST = 256;
const NAME = /[\p{L}_:][\p{L}\p{N}\p{M}_:.·-]*/uy;
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/** Reads a document with one root element. Document types are refused, so no entity can expand. */
export function readXml(text: string): XmlElement {
  const reader = new Reader(text.startsWith('\uFEFF') ? text.slice(1) : text);
  return reader.document();
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    if (!isXmlText(text)) throw new XmlSyntaxError('Invalid XML: a character that XML does not allow.');
    this.#text = text;
  }

  document(): XmlElement {
    if (/^<\?xml[\s?]/.test(this.#text)) this.#past('?>');
    this.#misc();
    const root = this.#element(new Map([['xml', XML_NAMESPACE]]), 0);
    this.#misc();
    if (this.#at < this.#text.length) this.#fail('content after the root element');
    return root;
  }

  #element(outer: Namespaces, depth: number): XmlElement {
    if (depth > DEEPEST) this.#fail('elements nested too deep');
    this.#expect('<');
    const tag = this.#name();
    const { attributes, declared } = this.#attributes();
    const namespaces = declared.size === 0 ? outer : new Map([...outer, ...declared]);
    const children = this.#skip('/>') ? [] : this.#content(tag, namespaces, depth);
    const [prefix, name] = split(tag);
    const namespace = namespaces.get(prefix);
    if (namespace === undefined && prefix !== '') this.#fail(`undeclared prefix ${prefix}`);
    return new XmlElement(name, namespace ?? '', attributes, children);
  }

  #attributes(): { attributes: Map<string, string>; declared: Map<string, string> } {
    const attributes = new Map<string, string>();
    const declared = new Map<string, string>();
    for (;;) {
      const spaced = this.#space();
      if (this.#text[this.#at] === '>' || this.#text.startsWith('/>', this.#at)) return { attributes, declared };
      if (!spaced) this.#fail('no space before an attribute');
      const name = this.#name();
      this.#space();
      this.#expect('=');
      this.#space();
      const value = this.#quoted();
      const target = name === 'xmlns' || name.startsWith('xmlns:') ? declared : attributes;
      const key = name === 'xmlns' ? '' : name.replace(/^xmlns:/, '');
      if (target.has(key)) this.#fail(`attribute ${name} twice`);
      target.set(key, value);
    }
  }

  #quoted(): string {
    const quote = this.#text[this.#at];
    if (quote !== '"' && quote !== "'") this.#fail('attribute value without quotes');
    const end = this.#text.indexOf(quote, this.#at + 1);
    if (end < 0) this.#fail('attribute value without end');
    const raw = this.#text.slice(this.#at + 1, end);
    if (raw.includes('<')) this.#fail('< in an attribute value');
    this.#at = end + 1;
    return this.#unescape(raw.replaceAll(/\r\n|[\r\n\t]/g, ' '));
  }

  #content(tag: string, namespaces: Namespaces, depth: number): (XmlElement | string)[] {
    this.#expect('>');
    const children: (XmlElement | string)[] = [];
    for (;;) {
      const open = this.#text.indexOf('<', this.#at);
      if (open < 0) this.#fail(`element ${tag} without end`);
      if (open > this.#at) children.push(this.#characters(open));
      if (this.#skip('<!--')) this.#past('-->');
      else if (this.#skip('<![CDATA[')) children.push(lines(this.#past(']]>')));
      else if (this.#skip('<?')) this.#past('?>');
      else if (this.#skip('</')) {
        if (this.#name() !== tag) this.#fail(`element ${tag} closed by another name`);
        this.#space();
        this.#expect('>');
        return joined(children);
      } else children.push(this.#element(namespaces, depth + 1));
    }
  }

  #characters(end: number): string {
    const raw = this.#text.slice(this.#at, end);
    if (raw.includes(']]>')) this.#fail(']]> in text');
    this.#at = end;
    return this.#unescape(lines(raw));
  }

  #unescape(raw: string): string {
    return unescapeXml(raw) ?? this.#fail('an unknown entity or a bare &');
  }

  #misc(): void {
    for (;;) {
      this.#space();
      if (this.#skip('<!--')) this.#past('-->');
      else if (this.#text.startsWith('<?', this.#at) && this.#skip('<?')) this.#past('?>');
      else return;
    }
  }

  #space(): boolean {
    const start = this.#at;
    while (/[ \t\r\n]/.test(this.#text[this.#at] ?? '')) this.#at++;
    return this.#at > start;
  }

  #name(): string {
    NAME.lastIndex = this.#at;
    const [name] = NAME.exec(this.#text) ?? this.#fail('a name expected');
    this.#at += name.length;
    return name;
  }

  #past(end: string): string {
    const found = this.#text.indexOf(end, this.#at);
    if (found < 0) this.#fail(`${end} missing`);
    const passed = this.#text.slice(this.#at, found);
    this.#at = found + end.length;
    return passed;
  }

  #skip(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #expect(text: string): void {
    if (!this.#skip(text)) this.#fail(`${text} expected`);
  }

  #fail(what: string): never {
    throw new XmlSyntaxError(`Invalid XML: ${what} at character ${this.#at + 1}.`);
  }
}

const lines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

function split(tag: string): [prefix: string, name: string] {
  const colon = tag.indexOf(':');
  return colon < 0 ? ['', tag] : [tag.slice(0, colon), tag.slice(colon + 1)];
}

/** Neighbouring runs of text, as comments and CDATA leave them, become one. */
function joined(children: readonly (XmlElement | string)[]): (XmlElement | string)[] {
  const result: (XmlElement | string)[] = [];
  for (const child of children) {
    const last = result.at(-1);
    if (typeof child === 'string' && typeof last === 'string') result[result.length - 1] = last + child;
    else result.push(child);
  }
  return result;
}
