import type { JsonSchema } from '../notation/index.ts';
import { COMMON_ID } from './share.ts';

const SECONDS = { type: 'integer' };
const ISO_TEXT = { type: 'string', format: 'date-time' };
const EMPTY = { const: '' };
const NULL = { type: 'null' };

/** Parts that recur in many schemas, by name. */
export const DEFINITIONS: Readonly<Record<string, JsonSchema>> = {
  DateTime: {
    description: 'A date and time: whole Unix seconds, or the ISO text that some sources show.',
    anyOf: [SECONDS, ISO_TEXT],
  },
  OptionalDateTime: {
    description: 'A date and time as whole Unix seconds or ISO text; null or empty where there is none.',
    anyOf: [SECONDS, ISO_TEXT, EMPTY, NULL],
  },
  SentDateTime: {
    description:
      'A date and time that we send: a host reads whole numbers beyond 32 bits as something else than seconds.',
    anyOf: [{ ...SECONDS, minimum: -2_147_483_648, maximum: 2_147_483_647 }, ISO_TEXT],
  },
  OptionalInteger: {
    description: 'A whole number; null or empty where there is none.',
    anyOf: [{ type: 'integer' }, EMPTY, NULL],
  },
  OptionalNumber: {
    description: 'A number; null or empty where there is none.',
    anyOf: [{ type: 'number' }, EMPTY, NULL],
  },
  OptionalBoolean: {
    description: 'True or false; null or empty where there is none.',
    anyOf: [{ type: 'boolean' }, EMPTY, NULL],
  },
};

/** The file that holds the shared definitions. */
export const commonSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: COMMON_ID,
  title: 'Parts shared by the schemas of the Agent API',
  $defs: DEFINITIONS,
});
