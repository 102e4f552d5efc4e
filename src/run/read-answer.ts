import type { Spec } from '../contract/spec.ts';
import { parseElement } from '../contract/xml/parse-element.ts';
import { readXml } from '../contract/xml/read-xml.ts';
import { type Exchange, header } from '../model/exchange.ts';
import type { Json } from '../model/json.ts';

/** Reads an answer that came as XML as the value that its JSON form has. Other answers stay as they are. */
export function readAnswer(exchange: Exchange, spec: Spec): Exchange {
  const { answer } = exchange;
  if (answer === null || !/^(text|application)\/xml\b/i.test(header(answer.headers, 'content-type') ?? ''))
    return exchange;
  const pattern = spec.answers.find(({ kind }) => kind === 'json')?.pattern ?? null;
  const element = parseElement(answer.body.text);
  if (pattern === null || element === null || spec.xml.answerPattern === null) return exchange;
  // What the reader builds is made of strings, numbers, booleans, lists and plain objects.
  const value = readXml(spec.xml.answerPattern, pattern, element) as Json | undefined;
  return value === undefined ? exchange : { ...exchange, answer: { ...answer, value } };
}
