import type { Pattern, XmlAttribute, XmlContent, XmlPattern } from './ast.ts';
import { Cursor } from './cursor.ts';
import type { ParseOptions } from './parse.ts';
import { readExpression } from './parse-expression.ts';
import { readOperand } from './parse-operand.ts';
import { readString } from './strings.ts';
import { decodeEntities, XmlCursor } from './xml-cursor.ts';

const WRAPPER = /(optional|required)\s*\((?=\s*<)/iy;
const VECTOR = /(\??)\[\]/y;

/**
 * Reads a pattern in XML form: attributes `name=(P)`, `name=P` or `name="text"`, content `<[P]>`, repeated elements
 * `<X …/>[]` and `<X …/>?[]`, an element that may be missing `<[Optional(<X …/>)]>`, and `*` for whatever else.
 *
 * @throws NotationError with line and column, when the text is not such a pattern.
 */
export function parseXmlPattern(text: string, options: ParseOptions = {}): XmlPattern {
  const cursor = new XmlCursor(text, options.lenient ?? false);
  cursor.skipSpace();
  cursor.expect('<', 'an element');
  const element = readElement(cursor);
  cursor.skipSpace();
  if (cursor.offset < text.length) cursor.fail('the end of the pattern');
  return element;
}

/** Reads an element whose `<` has been read. */
function readElement(cursor: XmlCursor): XmlPattern {
  const name = cursor.readName('the name of an element');
  const { attributes, namespace, open } = readAttributes(cursor);
  if (cursor.takes('/>')) return { name, namespace, attributes, content: [], open };
  cursor.expect('>', 'an attribute, ">" or "/>"');
  const inner = readContent(cursor, name);
  return { name, namespace, attributes, content: inner.content, open: open || inner.open };
}

function readAttributes(cursor: XmlCursor) {
  const attributes: XmlAttribute[] = [];
  let namespace: string | null = null;
  let open = false;
  for (;;) {
    cursor.skipSpace();
    if (cursor.takes('*')) {
      open = true;
      continue;
    }
    if (cursor.startsWith('>') || cursor.startsWith('/>')) return { attributes, namespace, open };
    const start = cursor.offset;
    const name = cursor.readName('an attribute, ">" or "/>"');
    if (attributes.some(attribute => attribute.name === name) || (name === 'xmlns' && namespace !== null)) {
      cursor.fail('each attribute once', `"${name}" again`, start);
    }
    cursor.skipSpace();
    cursor.expect('=', `"=" after the attribute name "${name}"`);
    cursor.skipSpace();
    if (name === 'xmlns') namespace = readNamespace(cursor);
    else attributes.push({ name, pattern: readAttributePattern(cursor) });
  }
}

function readNamespace(cursor: XmlCursor): string {
  if (!cursor.startsWith('"') && !cursor.startsWith("'")) cursor.fail('a namespace in quotes');
  const { value, end } = readString(cursor.text, cursor.offset);
  cursor.offset = end;
  return value;
}

function readAttributePattern(cursor: XmlCursor): Pattern {
  if (!cursor.startsWith('(')) return readInner(cursor, inner => readOperand(inner, readExpression)).pattern;
  cursor.offset++;
  const { pattern } = readInner(cursor, readExpression);
  cursor.skipSpace();
  cursor.expect(')');
  return pattern;
}

/** Reads a pattern of the JSON form that begins here. */
function readInner(cursor: XmlCursor, read: (inner: Cursor) => Pattern): { readonly pattern: Pattern } {
  const inner = new Cursor(cursor.text, cursor.offset, cursor.lenient);
  const pattern = read(inner);
  cursor.offset = inner.lastEnd;
  return { pattern };
}

function readContent(cursor: XmlCursor, name: string) {
  const content: XmlContent[] = [];
  let open = false;
  let text = '';
  const flush = () => {
    if (text.trim() !== '') content.push({ kind: 'text', text: text.trim() });
    text = '';
  };
  for (;;) {
    text += decodeEntities(cursor.takesMatch(/[^<]*/y)?.[0] ?? '');
    if (cursor.takesComment()) continue;
    if (cursor.takes('<![CDATA[')) {
      text += cursor.readTo(']]>');
      continue;
    }
    flush();
    if (cursor.takes('</')) break;
    if (cursor.takes('<*>')) open = true;
    else if (cursor.takes('<[')) content.push(readEmbedded(cursor, ']>'));
    else if (cursor.takes('<(')) content.push(readEmbedded(cursor, ')>'));
    else {
      cursor.expect('<', `</${name}>`);
      content.push(readRepeated(cursor));
    }
  }
  const start = cursor.offset;
  const closing = cursor.readName(`${name} after "</"`);
  if (closing !== name) cursor.fail(`</${name}>`, `</${closing}>`, start);
  cursor.skipSpace();
  cursor.expect('>');
  return { content, open };
}

/** An element whose `<` has been read, and the vector mark after it. */
function readRepeated(cursor: XmlCursor): XmlContent & { kind: 'element' } {
  const element = readElement(cursor);
  const mark = cursor.takesMatch(VECTOR);
  return { kind: 'element', element, vector: mark !== null, nullable: mark?.[1] === '?' };
}

/** What stands between `<[` and `]>`: an element pattern, bare or wrapped, or any pattern of the JSON form. */
function readEmbedded(cursor: XmlCursor, end: string): XmlContent {
  cursor.skipSpace();
  const content = readEmbeddedElement(cursor) ?? { kind: 'embedded', ...readInner(cursor, readExpression) };
  cursor.skipSpace();
  cursor.expect(end);
  return content;
}

function readEmbeddedElement(cursor: XmlCursor): XmlContent | undefined {
  const wrapper = cursor.takesMatch(WRAPPER)?.[1];
  if (wrapper !== undefined) cursor.skipSpace();
  if (!cursor.takes('<')) return undefined;
  const content = readRepeated(cursor);
  if (wrapper === undefined) return content;
  cursor.skipSpace();
  cursor.expect(')');
  return wrapper.toLowerCase() === 'optional' ? { ...content, nullable: true } : content;
}
