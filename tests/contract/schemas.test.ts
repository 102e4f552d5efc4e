import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { loadContract } from '../../src/contract/catalogue.ts';
import { SPEC_MEMBERS } from '../../src/contract/spec/read-spec.ts';
import { SIDES } from '../../src/contract/success.ts';

const folder = new URL('../../schemas/agent-api/', import.meta.url);
const names = readdirSync(folder).filter(name => name.endsWith('.json') && name !== 'openapi.json');
const schemas = new Map(names.map(name => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))]));
const { endpoints, catalogue } = loadContract();

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
ajv.addSchema([...schemas.values()]);

test('the contract describes the 94 endpoints that have a resource of their own, and the 10 that have none', () => {
  const groups = [...new Set(endpoints.map(spec => spec.group))];
  const counts = groups.map(group => [group, endpoints.filter(spec => spec.group === group).length]);
  expect(Object.fromEntries(counts)).toEqual({
    Account: 19,
    Xmpp: 16,
    Storage: 11,
    Crypto: 3,
    Legal: 21,
    Wallet: 9,
    Tokens: 8,
    StateMachines: 2,
    Intelligence: 5,
  });
  expect(catalogue.composed).toHaveLength(10);
});

test('each endpoint has a request and an answer schema under its stable id, and there is no other', () => {
  const wanted = endpoints.flatMap(spec => SIDES.map(side => `${spec.endpoint.replace('/', '.')}.${side}.json`));
  expect([...names].sort()).toEqual([...wanted, 'common.json'].sort());
  for (const [name, schema] of schemas) {
    expect(schema.$id).toBe(`https://neuron-conformance.dev/schemas/agent-api/${name}`);
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  }
});

test.each(names)('%s is valid against the 2020-12 meta-schema and compiles in strict mode', name => {
  const schema = schemas.get(name);
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(ajv.getSchema(schema.$id)).toBeTypeOf('function');
});

test('every member of a schema says what it means', () => {
  const silent = [...schemas].flatMap(([name, schema]) => silentMembers(schema).map(member => `${name} ${member}`));
  expect(silent).toEqual([]);
});

function silentMembers(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null) return [];
  const { properties, examples: _examples, ...rest } = Object.fromEntries(Object.entries(node));
  const own =
    typeof properties === 'object' && properties !== null && !Array.isArray(properties)
      ? Object.entries(properties)
      : [];
  const silent = own.filter(([, held]) => !('description' in Object(held))).map(([name]) => name);
  return [...silent, ...own.flatMap(([, held]) => silentMembers(held)), ...Object.values(rest).flatMap(silentMembers)];
}

test('the schema for editors accepts every spec, and knows the same members as the reader', () => {
  const schema = JSON.parse(readFileSync(new URL('../../schemas/spec.schema.json', import.meta.url), 'utf8'));
  const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);
  for (const spec of endpoints) {
    const file = new URL(`../../specs/${spec.endpoint}.yaml`, import.meta.url);
    expect([spec.endpoint, validate(parse(readFileSync(file, 'utf8'))), validate.errors]).toEqual([
      spec.endpoint,
      true,
      null,
    ]);
  }
  expect(Object.keys(schema.properties).sort()).toEqual([...SPEC_MEMBERS].sort());
});
