import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, test } from 'vitest';
import { json } from '../../src/report/json.ts';
import { failing, hostile, incomplete, interrupted, large, passing } from './sample-record.ts';

const schema: object = JSON.parse(readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true, strictTuples: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

test.each([passing, failing, interrupted, incomplete, hostile, () => large(20)])(
  'report.json of %o is as its schema says',
  make => {
    validate(JSON.parse(String(json.render(make()))));
    expect(validate.errors).toBeNull();
  },
);

test('the schema refuses what is no run record', () => {
  const { verdict: _verdict, ...without } = passing();
  expect(validate(without)).toBe(false);
  expect(validate({ ...passing(), schemaVersion: '2.0' })).toBe(false);
  expect(validate({ ...passing(), run: { ...passing().run, exitCode: 5 } })).toBe(false);
  expect(validate({ ...passing(), suites: [{ ...passing().suites[0], outcome: 'green' }] })).toBe(false);
});
