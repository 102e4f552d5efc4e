import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/catalogue.ts';
import { schemaId } from '../../src/contract/schema/file-names.ts';
import type { Spec } from '../../src/contract/spec.ts';
import { patternOf, SIDES, type Side, successOf } from '../../src/contract/success.ts';
import { loadValidators } from '../../src/contract/validators.ts';
import { KINDS, type Mutation, mutationsOf } from './support/mutations.ts';

const { endpoints } = loadContract();
const validators = loadValidators();

/** Ajv as anybody would use it on the published files, with the formats of its own package. */
function publishedSchemas(): Ajv2020 {
  const folder = new URL('../../schemas/agent-api/', import.meta.url);
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  addFormats.default(ajv);
  for (const name of readdirSync(folder).filter(each => each.endsWith('.json') && each !== 'openapi.json')) {
    ajv.addSchema(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
  }
  return ajv;
}

const ajv = publishedSchemas();
const sides = endpoints.flatMap(spec => SIDES.map(side => ({ spec, side, name: `${spec.endpoint} ${side}` })));

test.each(sides)('$name: examples are accepted by the precompiled validators and by ajv', ({ spec, side }) => {
  const validate = ajv.getSchema(schemaId(spec.endpoint, side));
  for (const example of spec.examples[side]) {
    expect(validators[side](spec.endpoint, example) ?? []).toEqual([]);
    expect(validate?.(example)).toBe(true);
  }
});

test.each(sides)(
  '$name: every forbidden mutation is refused by the right keyword, and by ajv too',
  ({ spec, side }) => {
    const validate = ajv.getSchema(schemaId(spec.endpoint, side));
    for (const { pointer, keywords, body, kind } of mutationsOf(spec, side)) {
      const errors = validators[side](spec.endpoint, body) ?? [];
      const hit = errors.some(error => error.pointer === pointer && keywords.includes(error.keyword));
      expect({ kind, pointer, hit, errors: hit ? [] : errors }).toEqual({ kind, pointer, hit: true, errors: [] });
      expect(validate?.(body)).toBe(false);
    }
  },
);

test('examples show no member that the contract does not name', () => {
  const shown = endpoints.flatMap(spec =>
    spec.examples.answer.flatMap(example => validators.undocumented(spec.endpoint, example)),
  );
  expect(shown).toEqual([]);
});

test('the table of mutations is the published one', async () => {
  const rows = sides.map(({ spec, side }) => row(spec, side, mutationsOf(spec, side)));
  const total = sides.reduce((sum, { spec, side }) => sum + mutationsOf(spec, side).length, 0);
  const text = `# What the schemas refuse

For each request and answer, the examples are changed in every way that the notation forbids: a member is left out, has
another type or lies out of its range, or (in a request, which is closed) is not documented. Each change has to be
refused by the keyword that fits it: ${total} changes in all. The table is written by
\`npx vitest run tests/contract/mutations.test.ts -u\`, which also holds the precompiled validators against ajv on the
published schemas.

| Endpoint | Side | ${KINDS.map(kind => kind[0]?.toUpperCase() + kind.slice(1)).join(' | ')} | Why none |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
  await expect(text).toMatchFileSnapshot('../../docs/mutations.md');
});

function row(spec: Spec, side: Side, mutations: readonly Mutation[]): string {
  const counts = KINDS.map(kind => mutations.filter(mutation => mutation.kind === kind).length);
  return `| ${[spec.endpoint, side, ...counts.map(String), mutations.length === 0 ? whyNone(spec, side) : ''].join(' | ')} |`;
}

function whyNone(spec: Spec, side: Side): string {
  const pattern = patternOf(spec, side);
  if (pattern?.kind === 'object' && pattern.members.length === 0) return 'an answer without members, open';
  if (side === 'request') return spec.body === 'none' ? 'no body is sent' : 'the body is not described by members';
  const kind = successOf(spec.answers)?.kind;
  if (kind === 'unknown') return 'no source describes the answer';
  return kind === 'bytes'
    ? 'the answer is content of any type'
    : `the answer is ${kind === 'empty' ? 'empty' : 'a redirection'}`;
}
