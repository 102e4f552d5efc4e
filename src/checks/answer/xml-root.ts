import { parseElement } from '../../contract/xml/parse-element.ts';
import { header } from '../../model/exchange.ts';
import { callCheck } from '../check.ts';
import { excerpt } from '../words.ts';

const NAMESPACE = 'https://waher.se/Schema/BrokerAgent.xsd';

/** An answer in XML is one element: the endpoint's own, in the namespace of the API. */
export const xmlRoot = callCheck({
  id: 'xml-root',
  title: 'the answer is the element of its endpoint',
  requirement: 'NEGOTIATION-NAMESPACE',
  evaluate: ({ answer, spec }) => {
    if (answer.status !== 200) return [];
    const type = header(answer.headers, 'content-type') ?? '';
    if (!/\bxml\b/i.test(type))
      return [
        {
          message: `${spec.endpoint} answers as ${type || 'nothing'} where XML was asked for.`,
          expected: 'text/xml',
          actual: type,
          requirement: 'NEGOTIATION-XML',
        },
      ];
    const root = parseElement(answer.body.text);
    if (root?.namespace === NAMESPACE && (spec.xml.answer === null || root.name === spec.xml.answer)) return [];
    return [
      {
        message: `${spec.endpoint} answers with ${root === null ? `what is no XML: ${excerpt(answer.body.text)}` : `the element ${root.name} in ${root.namespace ?? 'no namespace'}`}.`,
        expected: `${spec.xml.answer ?? 'an element'} in ${NAMESPACE}`,
        actual: root === null ? null : `${root.name} in ${root.namespace ?? 'no namespace'}`,
      },
    ];
  },
});
