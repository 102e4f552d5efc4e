import { BROKER_NAMESPACE } from '../notation/index.ts';
import type { Catalogue, Spec } from '../spec.ts';
import { SIDES, type Side } from '../success.ts';
import { elementOf, type XsdElement } from './element.ts';
import { mergeElements } from './merge.ts';
import { printXsd } from './print-xsd.ts';

interface Use {
  readonly element: XsdElement;
  readonly note: string;
}

/**
 * XML Schema of the Agent API: a global element for each name that a request or an answer has. Endpoints that share a
 * name share a declaration that accepts what each of them accepts. Requests are closed and answers open.
 */
export function brokerAgentXsd(catalogue: Catalogue): string {
  const elements = new Map<string, Use>();
  for (const use of catalogue.endpoints.flatMap(spec => SIDES.flatMap(side => useOf(spec, side)))) {
    const known = elements.get(use.element.name);
    const merged =
      known === undefined
        ? use
        : { element: mergeElements(known.element, use.element), note: `${known.note}, ${use.note}` };
    elements.set(use.element.name, merged);
  }
  const sorted = [...elements.values()].sort((a, b) => (a.element.name < b.element.name ? -1 : 1));
  return printXsd(BROKER_NAMESPACE, sorted);
}

/** XML Schema of one side of one endpoint alone; undefined where it has no XML form. */
export function endpointXsd(spec: Spec, side: Side): string | undefined {
  const uses = useOf(spec, side);
  return uses.length === 0 ? undefined : printXsd(BROKER_NAMESPACE, uses);
}

function useOf(spec: Spec, side: Side): readonly Use[] {
  const xml = side === 'request' ? spec.xml.requestPattern : spec.xml.answerPattern;
  return xml === null ? [] : [{ element: elementOf(xml, side === 'answer'), note: `${spec.endpoint} (${side})` }];
}
