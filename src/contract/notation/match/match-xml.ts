import type { XmlContent, XmlPattern } from '../ast.ts';
import type { XmlElement } from '../xml-element.ts';
import { xmlVariablesOf } from '../xml-variables.ts';
import { type Context, matchAll, matchEach, type Verdict } from './context.ts';
import { type Element, NULL } from './element.ts';
import { attempt, type MatchOptions, type MatchResult } from './match.ts';

type Node = XmlElement | string;

/**
 * Matches an element as the script engine of a real host does: local name, namespace where the pattern gives one, no
 * attributes that the pattern does not name, children in the order of the pattern, a missing one matched as null.
 */
export function matchXmlPattern(pattern: XmlPattern, element: XmlElement, options: MatchOptions): MatchResult {
  return attempt(options, context => matchElement(pattern, element, context));
}

/** `undefined` is a missing element: it matches when everything inside may be missing. */
function matchElement(pattern: XmlPattern, element: XmlElement | undefined, context: Context): Verdict {
  if (element !== undefined && !isMeant(pattern, element)) return 'no-match';
  if (element === undefined && pattern.namespace !== null) return 'no-match';
  const given = element?.attributes ?? {};
  const known = new Set(pattern.attributes.map(attribute => attribute.name));
  if (!pattern.open && Object.keys(given).some(name => !known.has(name))) return 'no-match';
  const attributes = matchAll(pattern.attributes, ({ name, pattern: inner }) =>
    context.match(inner, textElement(Object.hasOwn(given, name) ? given[name] : undefined)),
  );
  return attributes === 'match' ? matchChildren(pattern, element?.children ?? [], context) : attributes;
}

function isMeant(pattern: XmlPattern, element: XmlElement): boolean {
  return pattern.name === element.name && (pattern.namespace === null || pattern.namespace === element.namespace);
}

function textElement(text: string | undefined): Element {
  return text === undefined ? NULL : { kind: 'string', value: text };
}

function matchChildren(pattern: XmlPattern, children: readonly Node[], context: Context): Verdict {
  let rest = withoutLayout(children);
  const verdict = matchAll(pattern.content, content => {
    if (pattern.open) rest = skipUnknown(content, rest);
    const taken = take(content, rest);
    rest = rest.slice(taken.length);
    return matchContent(content, taken, context);
  });
  return verdict === 'match' && rest.length > 0 && !pattern.open ? 'no-match' : verdict;
}

/** White space counts only where it is all there is. */
function withoutLayout(children: readonly Node[]): readonly Node[] {
  const inked = children.filter(child => typeof child !== 'string' || child.trim() !== '');
  return inked.length > 0 || children.length === 0 ? inked : [children.join('')];
}

function skipUnknown(content: XmlContent, rest: readonly Node[]): readonly Node[] {
  if (content.kind !== 'element') return rest;
  const at = rest.findIndex(node => typeof node !== 'string' && isMeant(content.element, node));
  return at < 0 ? rest : rest.slice(at);
}

/**
 * The nodes that a part of the pattern takes for itself. A list takes the run of like elements that comes next,
 * whatever their name is: so a list that is left out swallows the one after it, and fails. That is the engine's way.
 */
function take(content: XmlContent, rest: readonly Node[]): readonly Node[] {
  const [next] = rest;
  if (next === undefined) return [];
  if (content.kind === 'text') return typeof next === 'string' ? [next] : [];
  if (isList(content) && typeof next !== 'string') {
    const end = rest.findIndex(node => !isLike(node, next));
    return end < 0 ? rest : rest.slice(0, end);
  }
  if (content.kind === 'element' && !content.vector && !content.nullable) {
    return typeof next !== 'string' && isMeant(content.element, next) ? [next] : [];
  }
  return [next];
}

function isList(content: XmlContent): boolean {
  return content.kind === 'element' ? content.vector : content.kind === 'embedded' && content.pattern.kind === 'vector';
}

function isLike(node: Node, first: XmlElement): boolean {
  return typeof node !== 'string' && node.name === first.name && node.namespace === first.namespace;
}

function matchContent(content: XmlContent, taken: readonly Node[], context: Context): Verdict {
  const [first] = taken;
  if (content.kind === 'text') {
    return typeof first === 'string' && first.trim() === content.text ? 'match' : 'no-match';
  }
  if (content.kind === 'embedded') {
    if (isList(content)) return context.match(content.pattern, { kind: 'array', items: taken.map(nodeElement) });
    return context.match(content.pattern, first === undefined ? NULL : nodeElement(first));
  }
  const { element, vector, nullable } = content;
  const matchNode = (node: Node) => (typeof node === 'string' ? 'no-match' : matchElement(element, node, context));
  if (vector) return matchEach(xmlVariablesOf(element), taken, context, matchNode);
  if (first === undefined) return nullable ? 'match' : matchElement(element, undefined, context);
  return matchNode(first);
}

function nodeElement(node: Node): Element {
  return typeof node === 'string' ? textElement(node) : { kind: 'xml', element: node };
}
