import { type CompileOptions, compilePattern, type JsonSchema, parsePattern } from '../notation/index.ts';
import { foldNull } from './nullable.ts';
import { COMMON_ID } from './share.ts';

type Row = readonly [name: string, mode: CompileOptions['mode'], notation: string, description: string];

/** Parts that recur in many schemas, each as the compiler gives it. */
const ROWS: readonly Row[] = [
  ['DateTime', 'answer', 'Required(DateTime(P))', 'A date and time: whole Unix seconds, or ISO text.'],
  ['OptionalDateTime', 'answer', 'Optional(DateTime(P))', 'A date and time, or null or empty where there is none.'],
  ['SentDateTime', 'request', 'Required(DateTime(P))', 'A date and time in the forms that every host reads.'],
  ['OptionalInteger', 'answer', 'Optional(Int(P))', 'A whole number, or null or empty where there is none.'],
  ['OptionalNumber', 'answer', 'Optional(Double(P))', 'A number, or null or empty where there is none.'],
  ['OptionalBoolean', 'answer', 'Optional(Bool(P))', 'True or false, or null or empty where there is neither.'],
];

export type Definitions = Readonly<Record<string, JsonSchema>>;

export const sharedDefinitions = (): Definitions =>
  Object.fromEntries(
    ROWS.map(([name, mode, notation, description]) => [
      name,
      { description, ...foldNull(compilePattern(parsePattern(notation), { mode })) },
    ]),
  );

/** The file that holds the shared definitions. */
export const commonSchema = (definitions: Definitions): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: COMMON_ID,
  title: 'Parts shared by the schemas of the Agent API',
  $defs: definitions,
});
