import { type Pattern, variablesOf, type XmlContent, type XmlPattern, xmlVariablesOf } from '../notation/index.ts';
import { bind, type Scope } from './bind.ts';
import { jsonToXml, wrap } from './json-to-xml.ts';
import { escapeXml, scalarText, scalarType } from './scalar.ts';

/**
 * Writes the XML form of a JSON value. `pattern` describes the value and `xml` the element; both use the same names
 * for the same variables, and that is how a member finds its attribute or element.
 */
export const writeXml = (xml: XmlPattern, pattern: Pattern | null, value: unknown): string =>
  writeElement(xml, scopeOf(pattern, value), true);

/** The same, with an attribute for each scalar member that the pattern does not name: what a host has to refuse. */
export const writeXmlWhole = (xml: XmlPattern, pattern: Pattern | null, value: unknown): string =>
  writeElement(xml, scopeOf(pattern, value), true, unnamed(pattern, value));

const scopeOf = (pattern: Pattern | null, value: unknown): Scope =>
  bind(pattern ?? { kind: 'variable', name: '' }, value);

function unnamed(pattern: Pattern | null, value: unknown): readonly string[] {
  if (pattern?.kind !== 'object' || typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value)
    .filter(([name, held]) => !pattern.members.some(member => member.name === name) && isScalar(held))
    .map(([name, held]) => ` ${name}="${escapeXml(String(held))}"`);
}

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

function writeElement(xml: XmlPattern, scope: Scope, root: boolean, more: readonly string[] = []): string {
  const attributes = xml.attributes.flatMap(({ name, pattern }) => {
    const value = lookUp(scope, pattern, name);
    return value === undefined || value === null
      ? []
      : [` ${name}="${escapeXml(scalarText(scalarType(pattern), value))}"`];
  });
  const xmlns = root && xml.namespace !== null ? ` xmlns="${escapeXml(xml.namespace)}"` : '';
  return wrap(
    xml.name,
    xmlns + [...attributes, ...more].join(''),
    xml.content.map(content => writeContent(content, scope)).join(''),
  );
}

function writeContent(content: XmlContent, scope: Scope): string {
  if (content.kind === 'text') return escapeXml(content.text);
  if (content.kind === 'embedded') return writeEmbedded(content.pattern, scope);
  const { element } = content;
  const variables = xmlVariablesOf(element);
  if (!content.vector) return isAbsent(variables, scope) ? '' : writeElement(element, scope, false);
  const list = listOf(scope, variables);
  return (list?.items ?? []).map(item => writeElement(element, item, false)).join('');
}

function writeEmbedded(pattern: Pattern, scope: Scope): string {
  const type = scalarType(pattern);
  const [variable = ''] = variablesOf(pattern);
  const list = listOf(scope, [variable])?.items.map(item => [...item.variables.values()][0]);
  return (list ?? [lookUp(scope, pattern, '')]).map(value => writeValue(type, value, nameOf(variable))).join('');
}

/** An object that does not name its element gets the name of its variable. */
function writeValue(type: ReturnType<typeof scalarType>, value: unknown, name: string): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(item => writeValue(type, item, name)).join('');
  if (typeof value === 'object') return jsonToXml(value, name);
  return type === 'Xml' ? String(value) : escapeXml(scalarText(type, value));
}

/** Variables are named after members, with a P before: `PClaims`. */
const nameOf = (variable: string): string => variable.replace(/^P/, '');

/** The value of a pattern's variable; else of the member that has its attribute's name, or its own without the P. */
function lookUp(scope: Scope, pattern: Pattern, member: string): unknown {
  const [variable = ''] = variablesOf(pattern);
  if (scope.variables.has(variable)) return scope.variables.get(variable);
  return scope.members.get(member) ?? scope.members.get(nameOf(variable));
}

/** The list whose elements bind most of the variables; undefined when none binds any. */
function listOf(scope: Scope, variables: readonly string[]): Scope['lists'][number] | undefined {
  const shared = (list: Scope['lists'][number]): number =>
    list.variables.filter(name => variables.includes(name)).length;
  const [best] = scope.lists.filter(list => shared(list) > 0).sort((a, b) => shared(b) - shared(a));
  return best;
}

/** Whether an element has variables, all of them absent from the value: then the element is absent too. */
function isAbsent(variables: readonly string[], scope: Scope): boolean {
  const present = (name: string): boolean => {
    const value = scope.variables.get(name);
    return (
      (value !== undefined && value !== null) ||
      scope.lists.some(list => list.variables.includes(name) && list.items.length > 0)
    );
  };
  return variables.length > 0 && !variables.some(present);
}
