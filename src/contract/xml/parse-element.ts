import { XMLParser } from 'fast-xml-parser';
import type { XmlElement } from '../notation/index.ts';
import { resolveReferences } from './references.ts';

/** What fast-xml-parser gives in `preserveOrder` mode: one key is the name, `:@` holds the attributes. */
type Ordered = Readonly<Record<string, unknown>>;

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  // The parser resolves names alone, not numbers; and CDATA, where & is an ampersand, is told from text by its name.
  processEntities: false,
  cdataPropName: '#cdata',
});

/** Reads an XML document; null when it is not well-formed or has no single root. */
export function parseElement(text: string): XmlElement | null {
  let nodes: unknown;
  try {
    nodes = PARSER.parse(text, true);
  } catch {
    return null;
  }
  const roots = (Array.isArray(nodes) ? nodes : [])
    .map(node => elementOf(node, new Map()))
    .filter(root => typeof root === 'object');
  return roots.length === 1 ? (roots[0] ?? null) : null;
}

/** `prefixes` maps a prefix ('' for the default namespace) to its namespace. */
function elementOf(node: Ordered, prefixes: ReadonlyMap<string, string>): XmlElement | string {
  const name = Object.keys(node).find(key => key !== ':@') ?? '';
  if (name === '#text') return resolveReferences(String(node[name]));
  if (name === '#cdata') return textOf(node[name]);
  const attributes = Object.entries((node[':@'] ?? {}) as Readonly<Record<string, string>>).map(
    ([key, value]) => [key, resolveReferences(value)] as const,
  );
  const inside = new Map(prefixes);
  for (const [key, value] of attributes) {
    if (key === 'xmlns') inside.set('', value);
    else if (key.startsWith('xmlns:')) inside.set(key.slice('xmlns:'.length), value);
  }
  const colon = name.indexOf(':');
  const children = node[name];
  return {
    name: name.slice(colon + 1),
    namespace: inside.get(colon < 0 ? '' : name.slice(0, colon)) ?? null,
    attributes: Object.fromEntries(attributes.filter(([key]) => key !== 'xmlns' && !key.startsWith('xmlns:'))),
    children: (Array.isArray(children) ? children : []).map(child => elementOf(child, inside)),
  };
}

/** CDATA stands in the tree as an element with one text. */
const textOf = (children: unknown): string =>
  (Array.isArray(children) ? children : []).map(child => String(child['#text'] ?? '')).join('');
