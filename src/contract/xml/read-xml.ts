import {
  type Pattern,
  variablesOf,
  type XmlContent,
  type XmlElement,
  type XmlPattern,
  xmlVariablesOf,
} from '../notation/index.ts';
import { elementToJson } from './element-to-json.ts';
import { scalarType } from './scalar.ts';

/** What an element holds for the variables of its pattern; each repeated element opens a scope of its own. */
interface Found {
  readonly variables: Map<string, unknown>;
  readonly lists: { readonly variables: readonly string[]; readonly items: readonly Found[] }[];
}

const nothing = (): Found => ({ variables: new Map(), lists: [] });

/**
 * Reads the XML form of an answer as the value that its JSON form has: the variables that both patterns share say which
 * attribute is which member. Undefined when the root is another element than the pattern's.
 */
export function readXml(xml: XmlPattern, pattern: Pattern, element: XmlElement): unknown {
  if (element.name !== xml.name || (xml.namespace !== null && element.namespace !== xml.namespace)) return undefined;
  const found = nothing();
  readElement(xml, element, found);
  return build(pattern, found) ?? {};
}

function readElement(xml: XmlPattern, element: XmlElement, found: Found): void {
  for (const { name, pattern } of xml.attributes) {
    for (const variable of variablesOf(pattern)) {
      if (Object.hasOwn(element.attributes, name)) found.variables.set(variable, element.attributes[name]);
    }
  }
  const children = element.children.filter((child): child is XmlElement => typeof child !== 'string');
  for (const content of xml.content) readContent(content, element, children, found);
}

function readContent(content: XmlContent, element: XmlElement, children: readonly XmlElement[], found: Found): void {
  if (content.kind === 'text') return;
  if (content.kind === 'embedded') {
    const type = scalarType(content.pattern);
    const value =
      type === null || type === 'Xml'
        ? embedded(element, children)
        : children.length > 0
          ? undefined
          : element.children.join('');
    if (value !== undefined && value !== '')
      for (const variable of variablesOf(content.pattern)) found.variables.set(variable, value);
    return;
  }
  const matching = children.filter(({ name }) => name === content.element.name);
  if (content.vector) {
    const items = matching.map(child => {
      const item = nothing();
      readElement(content.element, child, item);
      return item;
    });
    found.lists.push({ variables: xmlVariablesOf(content.element), items });
  } else if (matching[0] !== undefined) readElement(content.element, matching[0], found);
}

/** Free content: the elements as the JSON form of XML, or the text. */
const embedded = (element: XmlElement, children: readonly XmlElement[]): unknown =>
  children.length > 0 ? children.map(elementToJson) : element.children.join('');

function build(pattern: Pattern, found: Found): unknown {
  switch (pattern.kind) {
    case 'object': {
      const members = pattern.members.flatMap(({ name, pattern: inner }) => {
        const value = build(inner, found) ?? opaque(name, found);
        return value === undefined ? [] : [[name, value] as const];
      });
      return members.length === 0 && pattern.members.length > 0 && variablesOf(pattern).length > 0
        ? undefined
        : Object.fromEntries(members);
    }
    case 'vector':
      return buildVector(pattern.item, found);
    case 'variable':
      return single(found.variables.get(pattern.name));
    case 'literal':
      return pattern.value;
    case 'tuple':
      return pattern.items.map(item => build(item, found));
    case 'unknown':
      return undefined;
    default:
      return typed(scalarType(pattern), build(pattern.pattern, found));
  }
}

/** Content that the XML form leaves opaque under the member's name: `<[Required(PIdentity)]>` for `Identity`. */
const opaque = (name: string, found: Found): unknown => single(found.variables.get(`P${name}`));

const single = (value: unknown): unknown => (Array.isArray(value) && value.length === 1 ? value[0] : value);

function buildVector(item: Pattern, found: Found): unknown {
  const variables = variablesOf(item);
  const list = found.lists.find(candidate => candidate.variables.some(name => variables.includes(name)));
  if (list !== undefined)
    return list.items.map(one => build(item, { ...one, variables: new Map([...found.variables, ...one.variables]) }));
  const value = build(item, found);
  return value === undefined ? undefined : Array.isArray(value) ? value : [value];
}

/** An attribute is text; a number or a boolean in JSON is one here too. Text that is neither stays, for the schema to find. */
function typed(type: ReturnType<typeof scalarType>, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (type === 'Int' || type === 'Double' || type === 'Num')
    return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) ? Number(value) : value;
  if (type === 'Bool') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}
