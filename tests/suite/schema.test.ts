import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/cli/compose/library.ts';
import { fullNode } from '../../src/suite/yaml/full.ts';
import { dataOf } from './support/data.ts';

const library = loadLibrary();
const schema = JSON.parse(readFileSync('schemas/suite.schema.json', 'utf8'));
const validate = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false }).compile(
  schema,
);

const errorsOf = (text: string): readonly string[] => {
  validate(dataOf(fullNode(text)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};

const STEPS = 'suite: s\ntitle: T\nactors: [alice]\nsteps:\n  - ';

describe('the schema for editors', () => {
  test.each(library.suiteIds)('takes the suite %s', id => {
    expect(errorsOf(readFileSync(library.suite(id).file, 'utf8'))).toEqual([]);
  });

  test.each([
    ['{ id: a, call: Account/Login, times: 0 }', '/steps/0/times must be >= 1'],
    ['{ id: a, call: Account/Logon }', '/steps/0/call must be equal to one of the allowed values'],
    ['{ id: a, cal: Account/Login }', '/steps/0 must NOT have additional properties'],
    ['{ id: a, receive: mails, for: alice }', '/steps/0/receive must be equal to one of the allowed values'],
    ['{ id: a, receive: mail }', "/steps/0 must have required property 'for'"],
    ['{ id: a, wait: soon }', '/steps/0/wait must match pattern "^\\d+(\\.\\d+)?(ms|s|m)$"'],
    ['{ id: A b, wait: 1s }', '/steps/0/id must match pattern "^[a-z][a-z0-9-]*$"'],
    ['{ id: a, wait: 1s, as: alice }', '/steps/0 property name must be valid'],
    ['{ id: a, call: Account/Login, answers: { status: 42 } }', '/steps/0/answers/status must be >= 100'],
    ['{ id: a, call: Account/Login, with: { tokn: x } }', '/steps/0/with must NOT have additional properties'],
    [
      '{ id: a, call: Account/Login, with: { token: nosuch } }',
      '/steps/0/with/token must be equal to one of the allowed values',
    ],
    [
      '{ id: a, call: Account/Login, checks: [nosuch] }',
      '/steps/0/checks/0 must be equal to one of the allowed values',
    ],
    ['{ id: a, call: Account/Login, proves: NOSUCH }', '/steps/0/proves must be equal to one of the allowed values'],
  ])('refuses %s', (step, error) => {
    expect(errorsOf(STEPS + step)).toContain(error);
  });

  test('names every endpoint, check and requirement that there is', () => {
    const { endpoint, check, requirement } = schema.$defs;
    expect({ endpoints: endpoint.enum, checks: check.enum, requirements: requirement.enum }).toEqual({
      endpoints: library.vocabulary.endpoints,
      checks: library.vocabulary.checks,
      requirements: library.vocabulary.requirements,
    });
  });
});
