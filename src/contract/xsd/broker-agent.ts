import type { Catalogue } from '../spec.ts';
import { elementOf, type XsdElement } from './element.ts';
import { mergeElements } from './merge.ts';
import { printXsd } from './print-xsd.ts';

/** The namespace of all requests and answers of the Agent API in XML. */
export const BROKER_AGENT = 'https://waher.se/Schema/BrokerAgent.xsd';

/**
 * XML Schema of the Agent API: a global element for each name that a request or an answer has. Endpoints that share a
 * name share a declaration that accepts what each of them accepts. Requests are closed and answers open.
 */
export function brokerAgentXsd(catalogue: Catalogue): string {
  const elements = new Map<string, { element: XsdElement; uses: string[] }>();
  for (const spec of catalogue.endpoints) {
    for (const [side, xml] of [
      ['request', spec.xml.requestPattern],
      ['answer', spec.xml.answerPattern],
    ] as const) {
      if (xml === null) continue;
      const element = elementOf(xml, side === 'answer');
      const use = `${spec.endpoint} (${side})`;
      const known = elements.get(xml.name);
      elements.set(
        xml.name,
        known === undefined
          ? { element, uses: [use] }
          : { element: mergeElements(known.element, element), uses: [...known.uses, use] },
      );
    }
  }
  const sorted = [...elements].sort(([a], [b]) => (a < b ? -1 : 1));
  return printXsd(
    BROKER_AGENT,
    sorted.map(([, { element, uses }]) => ({ element, note: uses.join(', ') })),
  );
}
