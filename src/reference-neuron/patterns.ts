import { type MatchResult, matchPattern } from '../contract/notation/match/match.ts';
import { matchXmlPattern } from '../contract/notation/match/match-xml.ts';
import { parsePattern } from '../contract/notation/parse.ts';
import { parseXmlPattern } from '../contract/notation/parse-xml.ts';
import type { XmlElement } from './xml/element.ts';

/** Matches content against notation; each text is parsed once, when it is first needed. */
export interface Patterns {
  json(notation: string, value: unknown, now: number): MatchResult;
  xml(notation: string, root: XmlElement, now: number): MatchResult;
}

export function createPatterns(): Patterns {
  const json = remembered(parsePattern);
  const xml = remembered(parseXmlPattern);
  return {
    json: (notation, value, now) => matchPattern(json(notation), value, { now: new Date(now) }),
    xml: (notation, root, now) => matchXmlPattern(xml(notation), asNotation(root), { now: new Date(now) }),
  };
}

function remembered<Parsed>(parse: (text: string) => Parsed): (text: string) => Parsed {
  const parsed = new Map<string, Parsed>();
  return text => {
    const known = parsed.get(text) ?? parse(text);
    parsed.set(text, known);
    return known;
  };
}

type NotationElement = Parameters<typeof matchXmlPattern>[1];

/** An element in the form that the matcher reads. */
const asNotation = ({ name, namespace, attributes, children }: XmlElement): NotationElement => ({
  name,
  namespace: namespace === '' ? null : namespace,
  attributes: Object.fromEntries(attributes),
  children: children.map(child => (typeof child === 'string' ? child : asNotation(child))),
});
