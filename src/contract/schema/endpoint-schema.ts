import { compilePattern, type JsonSchema } from '../notation/index.ts';
import type { Spec } from '../spec.ts';
import { patternOf, type Side, successOf } from '../success.ts';
import type { Definitions } from './common-schema.ts';
import { defineElements } from './element-definitions.ts';
import { schemaId } from './file-names.ts';
import { foldNull } from './nullable.ts';
import { share } from './share.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/**
 * The published JSON Schema of one side of an endpoint. A request is closed and an answer open; where there is no body
 * only its absence (null) is admitted, and where sources are silent anything is.
 */
export function endpointSchema(spec: Spec, side: Side, definitions: Definitions): JsonSchema {
  const examples = spec.examples[side];
  return {
    $schema: DIALECT,
    $id: schemaId(spec.endpoint, side),
    title: `${spec.endpoint} ${side}`,
    description: spec.description,
    ...bodySchema(spec, side, definitions),
    ...(examples.length > 0 && { examples }),
  };
}

/** Whether the contract describes the body of a side, so that there is something to judge. */
export const isDescribed = (spec: Spec, side: Side): boolean =>
  patternOf(spec, side) !== null || (side === 'answer' && successOf(spec.answers)?.kind === 'empty');

function bodySchema(spec: Spec, side: Side, definitions: Definitions): JsonSchema {
  const pattern = patternOf(spec, side);
  if (pattern === null) return side === 'request' ? silentRequest(spec) : silentAnswer(spec);
  if (side === 'answer' && pattern.kind === 'object' && pattern.members.length === 0) return EMPTY_ANSWER;
  const compiled = compilePattern(pattern, { mode: side, descriptions: spec.members[side] });
  return defineElements(share(foldNull(compiled), definitions));
}

/** Nothing is asked of the answer: hosts send an empty object or nothing at all. */
const EMPTY_ANSWER: JsonSchema = { $comment: 'The answer has no content.', type: ['object', 'null'] };

const silentRequest = ({ body }: Spec): JsonSchema =>
  body === 'none'
    ? { $comment: 'No body is sent.', type: 'null' }
    : { $comment: 'No source describes the body as members.' };

function silentAnswer({ answers }: Spec): JsonSchema {
  switch (successOf(answers)?.kind) {
    case 'empty':
      return EMPTY_ANSWER;
    case 'bytes':
      return { $comment: 'The answer is content of any type.' };
    case 'redirect':
      return { $comment: 'The answer is a redirection.' };
    default:
      return { $comment: 'No source describes the answer.' };
  }
}
