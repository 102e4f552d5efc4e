import type { Json, JsonObject } from '../model/json.ts';
import { BODY_ALTERATIONS, ENCODINGS, TEXT_ALTERATIONS, TOKEN_ALTERATIONS } from './alterations.ts';
import { SIGN, WITH } from './override-reader.ts';
import { SELECTORS } from './selection-reader.ts';
import { COSTS, NEEDS, RECEIVABLE } from './types.ts';
import { MODIFIERS, modifiersOf, VERBS } from './verbs.ts';
import type { Vocabulary } from './vocabulary.ts';

const text = (description: string, more: JsonObject = {}): JsonObject => ({ description, type: 'string', ...more });
const oneOf = (description: string, values: readonly string[]): JsonObject => ({ description, enum: [...values] });
const listOf = (description: string, items: JsonObject): JsonObject => ({
  description,
  type: 'array',
  minItems: 1,
  items,
});
const some = (description: string, items: JsonObject): JsonObject => ({
  description,
  anyOf: [items, { type: 'array', minItems: 1, items }],
});
const object = (description: string, names: readonly string[], members: JsonObject = {}): JsonObject => ({
  description,
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(names.map(name => [name, members[name] ?? {}])),
});
const mapOf = (description: string, members: JsonObject): JsonObject => ({
  description,
  type: 'object',
  minProperties: 1,
  additionalProperties: members,
});

const DURATION = { type: 'string', pattern: '^\\d+(\\.\\d+)?(ms|s|m)$' };
const KEBAB = { pattern: '^[a-z][a-z0-9-]*$' };
const REFERENCE = { type: 'string', pattern: '^\\$' };
const STATUS = { anyOf: [{ type: 'integer', minimum: 100, maximum: 599 }, { enum: ['2xx', '3xx', '4xx', '5xx'] }] };
const ANSWERS = object('What is expected of status line and headers.', ['status', 'headers', 'type'], {
  status: some('A status, a class such as 4xx, or several of them.', STATUS),
  headers: mapOf('Headers by name, with what is expected of each.', {}),
  type: text('The media type of the answer, without parameters.'),
});
const named = (ids: readonly string[]): Json => ({ anyOf: [{ enum: [...ids] }, REFERENCE, { type: 'null' }] });

/** The JSON Schema of suite files, for editors. Tags stand on values, which it cannot see: they are listed in words. */
export function suiteSchema(vocabulary: Vocabulary): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'https://neuron-conformance.example/schemas/suite.schema.json',
    title: 'Suite of neuron-conformance',
    description:
      'Steps against a Neuron host, as docs/write-a-suite.md explains them. Tags of values to be sent: !missing, !example, !text, !altered. Tags of expectations: !any, !present, !missing, !empty, !like, !not, !one-of, !between, !text.',
    type: 'object',
    required: ['suite', 'title', 'steps'],
    additionalProperties: false,
    properties: {
      suite: text('The name of the suite, which is the name of its file.', KEBAB),
      title: text('What the suite tests, in words that a report shows.'),
      needs: listOf('What the suite cannot do without; where it is not configured the suite is not applicable.', {
        enum: [...NEEDS],
      }),
      actors: {
        description: 'Who acts. A list: each gets a new persona. A map: "new", or "verified" for a shared account.',
        anyOf: [
          { type: 'array', items: { type: 'string', pattern: '^[a-z][a-z0-9]*$' } },
          { type: 'object', additionalProperties: { enum: ['new', 'verified'] } },
        ],
      },
      provides: oneOf('For suites that give others their shared accounts.', ['verified', 'given']),
      steps: listOf('What is done, in order.', { $ref: '#/$defs/step' }),
    },
    $defs: {
      step: stepSchema(),
      endpoint: { enum: [...vocabulary.endpoints] },
      check: { enum: [...vocabulary.checks] },
      requirement: { enum: [...vocabulary.requirements] },
    },
  };
}

const ENDPOINT = { $ref: '#/$defs/endpoint' };

function stepSchema(): JsonObject {
  const endpoint = { anyOf: [ENDPOINT, { const: '*' }] };
  const members = {
    id: text('How reports, references and locks call the step. It never changes.', KEBAB),
    title: text('The step in words; its id when absent.'),
    call: { description: 'Sends a request that the host should accept. "*" with over.', ...endpoint },
    refuse: { description: 'Sends a request that the host should refuse, without any effect.', ...endpoint },
    receive: oneOf(
      'Waits for a mail, or a text message, that an earlier step triggered; no-mail and no-sms look for none.',
      RECEIVABLE,
    ),
    wait: { description: 'A duration; nothing where "until" says when.', anyOf: [DURATION, { type: 'null' }] },
    together: listOf('Steps that run at the same time.', { $ref: '#/$defs/step' }),
    as: text('The actor who sends it, with token, password and address.'),
    send: { description: 'Members that differ from what persona and contract give; or the whole body.' },
    sign: object('How the signature differs from the recipe.', SIGN, {
      written: named(TEXT_ALTERATIONS.map(({ id }) => id)),
      order: { anyOf: [{ const: 'reversed' }, { type: 'array', items: { type: 'string' } }] },
    }),
    with: object('How the request differs from what the contract says.', WITH, {
      method: text('Another method.'),
      headers: mapOf('Headers to set; a list sends one more than once, !missing leaves it out.', {}),
      token: named(TOKEN_ALTERATIONS.map(({ id }) => id)),
      encoding: named(ENCODINGS),
      body: {
        description: `The text to send, or one of: ${BODY_ALTERATIONS.map(({ id }) => id).join(', ')}.`,
        type: 'string',
      },
    }),
    each: mapOf('Variants: a member of the body, with.NAME or sign.NAME, and its values. Each value is a step.', {
      type: 'array',
      minItems: 1,
    }),
    over: object('The same step for each endpoint that has these attributes.', SELECTORS, {
      auth: oneOf('How the endpoint authenticates.', ['none', 'bearer', 'basic', 'session']),
      method: oneOf('Its method.', ['GET', 'POST', 'PUT', 'DELETE']),
      body: oneOf('What its requests consist of.', ['none', 'json', 'form', 'multipart', 'bytes']),
      group: some('Its groups.', { type: 'string' }),
      signed: { description: 'Whether its requests are signed.', type: 'boolean' },
      settled: text('A question on which its sources must not contradict each other.'),
      except: listOf('Endpoints that are left out.', ENDPOINT),
      only: listOf('Endpoints to which the selection is limited.', ENDPOINT),
    }),
    times: { description: 'How often the step is run.', type: 'integer', minimum: 1 },
    within: { description: 'How long it may take.', ...DURATION },
    expect: { description: 'What the answer holds. Maps are partial, lists exact.' },
    answers: ANSWERS,
    checks: some('Named checks that judge the step besides the standing ones.', { $ref: '#/$defs/check' }),
    dialect: mapOf(
      'Questions on which published sources contradict each other: for each reading, how it is known.',
      mapOf(
        'Readings.',
        object('How a reading is sent and known.', ['answers', 'expect', 'send', 'sign', 'with'], { answers: ANSWERS }),
      ),
    ),
    proves: some('Requirements that the step proves.', { $ref: '#/$defs/requirement' }),
    spends: object('What one request costs, where the contract does not say it.', COSTS, {
      ...Object.fromEntries(COSTS.map(cost => [cost, { type: 'integer', minimum: 0 }])),
    }),
    for: text('The actor to whom it is sent.'),
    until: { description: 'A moment that the host named, in Unix seconds.', ...REFERENCE },
    language: text('The language in which it was asked for.'),
  };
  return {
    ...object('One step: an id, one verb, and what goes with the verb.', [...VERBS, ...MODIFIERS], members),
    required: ['id'],
    oneOf: VERBS.map(verb => ({
      required: [verb, ...(verb === 'receive' ? ['for'] : [])],
      propertyNames: { enum: [verb, ...modifiersOf(verb)] },
    })),
  };
}
