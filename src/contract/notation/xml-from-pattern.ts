import type { Member, Pattern, XmlAttribute, XmlContent, XmlPattern } from './ast.ts';

/** The namespace of every element that the Agent API defines. */
export const BROKER_NAMESPACE = 'https://waher.se/Schema/BrokerAgent.xsd';

/**
 * Derives the XML form of a JSON pattern, in the way of the published pairs: scalars become attributes, objects child
 * elements, lists repeated elements (inside an element of the plural name, where the name is a plural), and free values
 * content.
 *
 * @throws Error when the pattern is not an object.
 */
export function xmlFromPattern(
  pattern: Pattern,
  elementName: string,
  namespace: string | null = BROKER_NAMESPACE,
): XmlPattern {
  if (pattern.kind !== 'object') {
    throw new Error(`<${elementName}> can only be derived from an object pattern, got a ${pattern.kind}.`);
  }
  return elementOf(pattern, elementName, namespace);
}

function elementOf(pattern: Pattern & { kind: 'object' }, name: string, namespace: string | null = null): XmlPattern {
  const attributes: XmlAttribute[] = pattern.members.filter(member => isScalar(member.pattern));
  const rest = pattern.members.filter(member => !isScalar(member.pattern));
  // A single free value is the content itself; of several, each gets an element of its name.
  const wrapsFree = rest.filter(member => isFree(member.pattern)).length > 1;
  const content = rest.map(member => contentOf(member, wrapsFree));
  return { name, namespace, attributes, content, open: pattern.open };
}

/** The pattern without Required and Optional around it. */
function bare(pattern: Pattern): Pattern {
  return pattern.kind === 'required' || pattern.kind === 'optional' ? bare(pattern.pattern) : pattern;
}

function isScalar(pattern: Pattern): boolean {
  const inner = bare(pattern);
  if (inner.kind === 'type') return inner.type !== 'Xml' && bare(inner.pattern).kind !== 'vector';
  return ['literal', 'range', 'compare', 'like'].includes(inner.kind);
}

function isFree(pattern: Pattern): boolean {
  const inner = bare(pattern);
  return inner.kind !== 'object' && !(inner.kind === 'vector' && inner.item.kind !== 'variable');
}

function contentOf({ name, pattern }: Member, wrapsFree: boolean): XmlContent {
  const inner = bare(pattern);
  const nullable = pattern.kind === 'optional';
  if (inner.kind === 'object') return plain(elementOf(inner, name), nullable);
  if (inner.kind === 'vector' && !isFree(pattern)) return listOf(name, inner, nullable || inner.nullable);
  const embedded: XmlContent = { kind: 'embedded', pattern };
  return wrapsFree ? plain(holder(name, [embedded]), false) : embedded;
}

function listOf(name: string, { item }: Pattern & { kind: 'vector' }, nullable: boolean): XmlContent {
  const one = singular(name);
  const inner = bare(item);
  if (inner.kind !== 'object') {
    const value: Pattern = item.kind === 'optional' ? item : { kind: 'optional', pattern: item };
    const element = holder('Item', [{ kind: 'embedded', pattern: value }]);
    return plain(holder(name, [{ kind: 'element', element, vector: true, nullable: true }]), false);
  }
  const list: XmlContent = { kind: 'element', element: elementOf(inner, one), vector: true, nullable };
  return one === name ? list : plain(holder(name, [list]), false);
}

function plain(element: XmlPattern, nullable: boolean): XmlContent {
  return { kind: 'element', element, vector: false, nullable };
}

function holder(name: string, content: readonly XmlContent[]): XmlPattern {
  return { name, namespace: null, attributes: [], content, open: false };
}

/** `Properties` → `Property`, `Tags` → `Tag`; a name that is no plural stays. */
function singular(name: string): string {
  if (/[^aeiou]ies$/.test(name)) return name.replace(/ies$/, 'y');
  if (/(?:ss|x|ch|sh)es$/.test(name)) return name.replace(/es$/, '');
  return /[^s]s$/.test(name) && !/(?:us|is)$/.test(name) ? name.slice(0, -1) : name;
}
