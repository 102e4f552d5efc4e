import type { TypeName } from '../ast.ts';
import { type Constraint, numberKeywords, otherKeywords, textKeywords } from './constraints.ts';
import { anyOf, type JsonSchema } from './schema.ts';

/** What is compiled: a body that we send, or one that a host answers. */
export type Mode = 'request' | 'answer';

/** Both bounds of the seconds that the engine takes for seconds. */
const INT32 = { minimum: -2_147_483_648, maximum: 2_147_483_647 };
/** Text that the engine reads as what it says: with Z, since it applies offsets the wrong way round. */
const UTC_TEXT = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:[0-5]\\d(?:\\.\\d{1,3})?Z$';
const TIME_SPAN = '^-?(?:\\d+\\.)?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,7})?)?$';
const CAREFUL_TIME_SPAN = '^-?(?:\\d{1,6}\\.)?(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,7})?$';
const DURATION = '^-?P(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d*)?S)?)?$';
const CAREFUL_DURATION = '^P[\\dYMDTHS]{1,40}$';
const CAREFUL_GUID = '^[\\dA-Fa-f]{8}-';
const XML_TEXT: JsonSchema = { type: 'string', pattern: '^\\s*<[\\s\\S]*>\\s*$' };

/** XML in JSON is also written as an object: its name and namespace, attributes, children by name. */
const XML_OBJECT: JsonSchema = {
  type: 'object',
  properties: { __name: { type: 'string' }, __ns: { type: 'string' } },
  required: ['__name'],
};

/** The schema of a type, with what is asked of the value beyond it. */
export function scalarSchema(type: TypeName, constraints: readonly Constraint[], mode: Mode): JsonSchema {
  const isRequest = mode === 'request';
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
      return { ...textForm({ pattern: isRequest ? CAREFUL_TIME_SPAN : TIME_SPAN }), ...otherKeywords(constraints) };
    case 'Duration':
      // Hosts also write negative durations and fractions, which the format does not know.
      return {
        ...textForm(isRequest ? { format: 'duration', pattern: CAREFUL_DURATION } : { pattern: DURATION }),
        ...otherKeywords(constraints),
      };
    case 'Guid':
      return {
        ...textForm({ format: 'uuid', ...(isRequest && { pattern: CAREFUL_GUID }) }),
        ...otherKeywords(constraints),
      };
    case 'Uri':
      return { ...textForm({ format: 'uri-reference' }), ...otherKeywords(constraints) };
    case 'Xml':
      return { ...(isRequest ? XML_TEXT : anyOf(XML_TEXT, XML_OBJECT)), ...otherKeywords(constraints) };
    default:
      return { ...dateSchema(mode), ...otherKeywords(constraints) };
  }
}

/** Unix seconds or text. Seconds beyond 32 bits mean something else to the engine, so we never send them. */
function dateSchema(mode: Mode): JsonSchema {
  const isRequest = mode === 'request';
  return anyOf(
    { type: 'integer', ...(isRequest && INT32) },
    textForm({ format: 'date-time', ...(isRequest && { pattern: UTC_TEXT }) }),
  );
}

function textForm(keywords: JsonSchema): JsonSchema {
  return { type: 'string', ...keywords };
}
