import { readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { loadContract } from '../../src/contract/catalogue.ts';
import { matchXmlPattern, type XmlElement, type XmlPattern } from '../../src/contract/notation/index.ts';
import type { Spec } from '../../src/contract/spec.ts';
import { SIDES, type Side, successOf } from '../../src/contract/success.ts';
import { loadValidators } from '../../src/contract/validators.ts';
import { exampleXml } from '../../src/contract/xml/example-xml.ts';
import { parseElement } from '../../src/contract/xml/parse-element.ts';
import { readXml } from '../../src/contract/xml/read-xml.ts';
import { brokerAgentXsd } from '../../src/contract/xsd/broker-agent.ts';

const { endpoints, catalogue } = loadContract();
const xsd = readFileSync(new URL('../../schemas/agent-api/broker-agent.xsd', import.meta.url), 'utf8');

const examples = endpoints.flatMap(spec =>
  SIDES.flatMap(side =>
    exampleXml(spec, side).map((text, index) => ({
      spec,
      side,
      text,
      name: `${spec.endpoint.replace('/', '.')}.${side}.${index}.xml`,
    })),
  ),
);

const patternOf = (spec: Spec, side: Side): XmlPattern | null =>
  side === 'request' ? spec.xml.requestPattern : spec.xml.answerPattern;

/** What libxml2 says of documents: the names of those that break the schema. */
async function refused(
  documents: readonly { readonly name: string; readonly text: string }[],
): Promise<readonly string[]> {
  const result = await validateXML({
    xml: documents.map(({ name, text }) => ({ fileName: name, contents: text })),
    schema: [{ fileName: 'broker-agent.xsd', contents: xsd }],
    initialMemoryPages: 512,
    maxMemoryPages: 4096,
  });
  return [...new Set(result.errors.flatMap(error => error.loc?.fileName ?? []))];
}

test('every side with an element name has XML examples', () => {
  const named = endpoints.flatMap(spec =>
    SIDES.filter(side => patternOf(spec, side) !== null).map(side => `${spec.endpoint} ${side}`),
  );
  expect([...new Set(examples.map(({ spec, side }) => `${spec.endpoint} ${side}`))]).toEqual(named);
  expect(named.length).toBeGreaterThan(150);
});

test('a real XML Schema validator accepts the XML example of every request and answer', async () => {
  expect(await refused(examples)).toEqual([]);
});

test('and refuses each one with an undocumented attribute in a request, or under an unknown name', async () => {
  const requests = examples.filter(({ side, spec }) => side === 'request' && !isShared(spec));
  const widened = requests.map(({ name, text }) => ({
    name: `wide.${name}`,
    text: text.replace(/^<(\w+) /, '<$1 notInTheContract="1" '),
  }));
  const renamed = examples.map(({ name, text }) => ({
    name: `renamed.${name}`,
    text: text.replace(/^<(\w+)/, '<$1X').replace(/<\/(\w+)>$/, '</$1X>'),
  }));
  expect(await refused([...widened, ...renamed])).toEqual([...widened, ...renamed].map(({ name }) => name));
});

/** Whether an answer has the element name of the request, which opens it. */
const isShared = ({ xml }: Spec): boolean => endpoints.some(other => other.xml.answer === xml.request);

test('and refuses each one without a required attribute', async () => {
  const documents = examples.flatMap(({ spec, side, text, name }) => {
    const needed = patternOf(spec, side)?.attributes.filter(({ pattern }) => pattern.kind === 'required') ?? [];
    const shared = endpoints.filter(other => SIDES.some(each => other.xml[each] === spec.xml[side])).length > 1;
    return shared
      ? []
      : needed.map(attribute => ({
          name: `${attribute.name}.${name}`,
          text: text.replace(new RegExp(` ${attribute.name}="[^"]*"`), ''),
        }));
  });
  expect(documents.length).toBeGreaterThan(200);
  expect(await refused(documents)).toEqual(documents.map(({ name }) => name));
});

test('the examples match the XML notation as the engine matches it', () => {
  const now = new Date(0);
  const missed = examples.filter(({ spec, side, text }) => {
    const pattern = patternOf(spec, side);
    return pattern !== null && matchXmlPattern(pattern, parseXml(text), { now }).outcome !== 'match';
  });
  // The older reading of ReadyForApproval answers an AckResponse, which the pattern of the newer one does not describe.
  expect(missed.map(({ name }) => name)).toEqual(['Legal.ReadyForApproval.answer.1.xml']);
});

test('an XML answer, read back as the value of its JSON form, is valid under the JSON Schema', () => {
  const validators = loadValidators();
  const answers = examples.filter(({ side }) => side === 'answer');
  const wrong = answers.flatMap(({ spec, text, name }) => {
    const pattern = successOf(spec.answers)?.pattern ?? null;
    const element = parseElement(text);
    if (pattern === null || spec.xml.answerPattern === null || element === null) return [[name, 'not read']];
    const errors = validators.answer(spec.endpoint, readXml(spec.xml.answerPattern, pattern, element)) ?? [];
    return errors.map(error => [name, `${error.pointer} ${error.message}`]);
  });
  expect(wrong).toEqual([]);
});

test('the file is what the contract gives, and its elements are documented', () => {
  expect(brokerAgentXsd(catalogue)).toBe(xsd);
  expect(xsd.match(/^ {2}<xs:element/gm)?.length).toBe(xsd.match(/^ {6}<xs:documentation>/gm)?.length);
});

/** Parses with a library that is none of ours; namespaces are inherited. */
function parseXml(text: string): XmlElement {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
  });
  const nodes: readonly Readonly<Record<string, unknown>>[] = parser.parse(text);
  const [root] = nodes.map(node => elementOf(node, null));
  if (typeof root !== 'object') throw new Error(`no element in ${text}`);
  return root;
}

function elementOf(node: Readonly<Record<string, unknown>>, inherited: string | null): XmlElement | string {
  const { ':@': written = {}, ...rest } = node;
  const [[name = '', content] = []] = Object.entries(rest);
  if (name === '#text') return String(content);
  const { xmlns, ...attributes } = Object.fromEntries(
    Object.entries(Object(written)).map(([key, value]) => [key, String(value)]),
  );
  const namespace = xmlns ?? inherited;
  const children = Array.isArray(content) ? content.map(child => elementOf(child, namespace)) : [];
  return { name, namespace, attributes, children };
}
