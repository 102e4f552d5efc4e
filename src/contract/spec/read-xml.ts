import type { Node } from 'yaml';
import type { Spec } from '../spec.ts';
import { readXmlPattern } from './read-notation.ts';
import type { YamlFile } from './yaml-file.ts';

const XML_MEMBERS = ['request', 'answer', 'requestPattern', 'answerPattern'] as const;

export function readXml(file: YamlFile, node: Node | undefined): Spec['xml'] {
  const members = node === undefined ? new Map<string, Node>() : file.members(node, 'xml', XML_MEMBERS);
  const request = readSide(file, members, 'request');
  const answer = readSide(file, members, 'answer');
  return {
    request: request.name,
    answer: answer.name,
    requestText: request.text,
    answerText: answer.text,
    requestPattern: request.pattern,
    answerPattern: answer.pattern,
  };
}

function readSide(file: YamlFile, members: ReadonlyMap<string, Node>, side: 'request' | 'answer') {
  const nameNode = members.get(side);
  const patternNode = members.get(`${side}Pattern`);
  const name = nameNode === undefined ? null : file.textOrNull(nameNode, `xml.${side}`);
  const { text, pattern } = readXmlPattern(file, patternNode, `xml.${side}Pattern`);
  if (pattern !== null && pattern.name !== name && patternNode !== undefined) {
    file.refuse(
      patternNode,
      `xml.${side}Pattern: expected the element ${name ?? '(none is named)'}, got ${pattern.name}: make xml.${side} and the pattern agree.`,
    );
  }
  return { name, text, pattern };
}
