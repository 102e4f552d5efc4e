import type { XmlElement } from '../notation/index.ts';
import type { Spec } from '../spec.ts';
import { patternOf, type Side } from '../success.ts';
import { readXml } from '../xml/read-xml.ts';
import type { HarBody } from './read-har.ts';

/** Reads an XML document; null when it is not well-formed. */
export type ParseXml = (text: string) => XmlElement | null;

/** What a body says, or why nothing can be said of it. `isHidden` tells pointers whose value a report has redacted. */
export type ReadBody =
  | { readonly kind: 'value'; readonly value: unknown; isHidden(pointer: string): boolean }
  | { readonly kind: 'broken'; readonly form: 'json' | 'xml'; readonly reason: string }
  | { readonly kind: 'skipped'; readonly reason: string };

export function readBody(spec: Spec, side: Side, body: HarBody, parseXml: ParseXml): ReadBody {
  if (body === null) return { kind: 'value', value: undefined, isHidden: () => false };
  if (/[/+]json$/.test(body.type)) return readJson(body.text);
  if (/[/+]xml$/.test(body.type)) return readXmlBody(spec, side, body.text, parseXml);
  return { kind: 'skipped', reason: `it is ${body.type || 'of no type'}, neither JSON nor XML` };
}

function readJson(text: string): ReadBody {
  try {
    return known(JSON.parse(text));
  } catch (error) {
    return { kind: 'broken', form: 'json', reason: error instanceof Error ? error.message : String(error) };
  }
}

function readXmlBody(spec: Spec, side: Side, text: string, parseXml: ParseXml): ReadBody {
  const xml = side === 'request' ? spec.xml.requestPattern : spec.xml.answerPattern;
  const pattern = patternOf(spec, side);
  if (xml === null || pattern === null)
    return { kind: 'skipped', reason: 'the contract does not describe its XML form' };
  const element = parseXml(text);
  if (element === null) return { kind: 'broken', form: 'xml', reason: 'it is not well-formed' };
  const value = readXml(xml, pattern, element);
  if (value === undefined)
    return { kind: 'broken', form: 'xml', reason: `its element is ${element.name}, not ${xml.name}` };
  return known(value);
}

const known = (value: unknown): ReadBody => ({
  kind: 'value',
  value,
  isHidden: pointer => /^«.*»$/.test(String(at(value, pointer))),
});

function at(value: unknown, pointer: string): unknown {
  const tokens = pointer
    .split('/')
    .slice(1)
    .map(token => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  return tokens.reduce<unknown>(
    (here, token) => (typeof here === 'object' && here !== null ? Reflect.get(here, token) : undefined),
    value,
  );
}
