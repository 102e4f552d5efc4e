import { COMMON_ID } from './share.ts';

type Node = Readonly<Record<string, unknown>>;

/** Parts that recur in many schemas, by name. */
export const DEFINITIONS: Readonly<Record<string, Node>> = {
  DateTime: {
    description: 'A date and time: whole Unix seconds, or the ISO text that some sources show.',
    anyOf: [{ type: 'integer' }, { type: 'string', format: 'date-time' }],
  },
};

/** The file that holds the shared definitions. */
export const commonSchema = (): Node => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: COMMON_ID,
  title: 'Parts shared by the schemas of the Agent API',
  $defs: DEFINITIONS,
});
