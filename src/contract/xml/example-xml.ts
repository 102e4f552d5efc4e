import type { Spec } from '../spec.ts';
import { patternOf, type Side } from '../success.ts';
import { writeXml } from './write-xml.ts';

/** The XML form of each example of one side of an endpoint; empty where that side has no XML form. */
export function exampleXml(spec: Spec, side: Side): readonly string[] {
  const xml = side === 'request' ? spec.xml.requestPattern : spec.xml.answerPattern;
  return xml === null ? [] : spec.examples[side].map(example => writeXml(xml, patternOf(spec, side), example));
}
