import type { TypeName } from '../ast.ts';
import { type Constraint, numberKeywords, otherKeywords, textKeywords } from './constraints.ts';
import { anyOf, type JsonSchema } from './schema.ts';

/** What is compiled: a body that we send, or one that a host answers. */
export type Mode = 'request' | 'answer';

const INT32 = { minimum: -2_147_483_648, maximum: 2_147_483_647 };
const TIME_SPAN = '^-?(?:\\d+\\.)?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,7})?)?$';
const DURATION = '^-?P(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d*)?S)?)?$';
const XML_TEXT: JsonSchema = { type: 'string', pattern: '^\\s*<[\\s\\S]*>\\s*$' };

/** XML in JSON is also written as an object: its name and namespace, attributes, children by name. */
const XML_OBJECT: JsonSchema = {
  type: 'object',
  properties: { __name: { type: 'string' }, __ns: { type: 'string' } },
  required: ['__name'],
};

/** The schema of a type, with what is asked of the value beyond it. */
export function scalarSchema(type: TypeName, constraints: readonly Constraint[], mode: Mode): JsonSchema {
  switch (type) {
    case 'Str':
      return { type: 'string', ...textKeywords(constraints) };
    case 'Int':
      return { type: 'integer', ...numberKeywords(constraints) };
    case 'Num':
    case 'Double':
      return { type: 'number', ...numberKeywords(constraints) };
    case 'Bool':
      return { type: 'boolean', ...otherKeywords(constraints) };
    case 'TimeSpan':
      return { type: 'string', pattern: TIME_SPAN, ...otherKeywords(constraints) };
    case 'Duration': {
      // Hosts also write negative durations and fractions, which the format does not know.
      const form = mode === 'request' ? { format: 'duration' } : { pattern: DURATION };
      return { type: 'string', ...form, ...otherKeywords(constraints) };
    }
    case 'Guid':
      return { type: 'string', format: 'uuid', ...otherKeywords(constraints) };
    case 'Uri':
      return { type: 'string', format: 'uri-reference', ...otherKeywords(constraints) };
    case 'Xml':
      return { ...(mode === 'request' ? XML_TEXT : anyOf(XML_TEXT, XML_OBJECT)), ...otherKeywords(constraints) };
    default:
      return { ...dateSchema(mode), ...otherKeywords(constraints) };
  }
}

/** Unix seconds or text. Seconds beyond 32 bits mean something else to the engine, so we never send them. */
function dateSchema(mode: Mode): JsonSchema {
  const seconds = mode === 'request' ? { type: 'integer', ...INT32 } : { type: 'integer' };
  return anyOf(seconds, { type: 'string', format: 'date-time' });
}
