import type { Node } from 'yaml';
import { type Pattern, type XmlPattern, xmlFromPattern } from '../notation/index.ts';
import type { Spec } from '../spec.ts';
import { SIDES, type Side } from '../success.ts';
import { readXmlPattern } from './read-notation.ts';
import type { YamlFile } from './yaml-file.ts';

const XML_MEMBERS = ['request', 'answer', 'requestPattern', 'answerPattern'] as const;

/** Reads the XML forms; a side with an element name but no published pattern gets one derived from its JSON form. */
export function readXml(
  file: YamlFile,
  node: Node | undefined,
  json: Readonly<Record<Side, Pattern | null>>,
): Spec['xml'] {
  const members = node === undefined ? new Map<string, Node>() : file.members(node, 'xml', XML_MEMBERS);
  const [request, answer] = SIDES.map(side => readSide(file, members, side, json[side]));
  return {
    request: request?.name ?? null,
    answer: answer?.name ?? null,
    requestText: request?.text ?? null,
    answerText: answer?.text ?? null,
    requestPattern: request?.pattern ?? null,
    answerPattern: answer?.pattern ?? null,
  };
}

function readSide(file: YamlFile, members: ReadonlyMap<string, Node>, side: Side, json: Pattern | null) {
  const nameNode = members.get(side);
  const patternNode = members.get(`${side}Pattern`);
  const name = nameNode === undefined ? null : file.textOrNull(nameNode, `xml.${side}`);
  const { text, pattern } = readXmlPattern(file, patternNode, `xml.${side}Pattern`);
  if (pattern !== null && pattern.name !== name && patternNode !== undefined) {
    const message = `xml.${side}Pattern: expected the element ${name ?? '(none is named)'}, got ${pattern.name}: make xml.${side} and the pattern agree.`;
    file.refuse(patternNode, message);
  }
  return { name, text, pattern: pattern ?? derived(name, json) };
}

const derived = (name: string | null, json: Pattern | null): XmlPattern | null =>
  name === null || json?.kind !== 'object' ? null : xmlFromPattern(json, name);
