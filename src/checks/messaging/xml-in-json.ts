import { header } from '../../model/exchange.ts';
import { isObject, type Json } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { messagesOf } from './messages.ts';

const isElement = (value: Json): boolean =>
  isObject(value) && typeof value.__name === 'string' && typeof value.__ns === 'string';

/** The elements of a content, which is published as a list of them, and as an object that holds them by name. */
const partsOf = (content: Json): readonly Json[] =>
  Array.isArray(content)
    ? content
    : isObject(content) && content.__name === undefined
      ? Object.values(content).flatMap(member => member ?? [])
      : [content];

/** XML inside JSON is an object that names its element and its namespace. */
export const xmlInJson = callCheck({
  id: 'xml-in-json',
  title: 'elements in the answer name themselves',
  requirement: 'NEGOTIATION-XML-IN-JSON',
  evaluate: ({ answer, value, spec }) => {
    if (answer.status !== 200 || !/json/i.test(header(answer.headers, 'content-type') ?? '')) return [];
    return messagesOf(value).flatMap(message => {
      const odd = partsOf(message.Content ?? message.content ?? []).find(item => !isElement(item));
      return odd === undefined
        ? []
        : [
            {
              message: `${spec.endpoint} gives the content of message ${String(message.id)} without the names of its elements.`,
              expected: 'objects with __name and __ns',
              actual: odd,
              pointer: '/Messages/Content',
              // Text was published once; whoever reads the element's text still finds it.
              ...(typeof odd === 'string' ? { as: 'note' as const } : {}),
            },
          ];
    });
  },
});
