import { readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { ctrf } from '../../src/report/ctrf.ts';
import { har } from '../../src/report/har.ts';
import { junit } from '../../src/report/junit.ts';
import { failing, HOSTILE, hostile, incomplete, interrupted, passing } from './sample-record.ts';

const vendor = (file: string): string => readFileSync(new URL(`../vendor/${file}`, import.meta.url), 'utf8');
const samples = [passing, failing, interrupted, incomplete, hostile];

// The published schemas are of older drafts and carry keywords of their own.
const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false });
addFormats.default(ajv);
for (const file of readdirSync(new URL('../vendor/har/', import.meta.url))) {
  if (file.endsWith('.json')) ajv.addSchema(JSON.parse(vendor(`har/${file}`)));
}

test.each(samples)("junit.xml of %o is valid against the Jenkins plug-in's schema", async make => {
  const result = await validateXML({
    xml: [{ fileName: 'junit.xml', contents: String(junit.render(make())) }],
    schema: [{ fileName: 'junit-10.xsd', contents: vendor('junit/junit-10.xsd') }],
  });
  expect(result.errors).toEqual([]);
});

test.each(samples)('exchanges.har of %o is valid against the HAR 1.2 schema', make => {
  const validate = ajv.getSchema('har.json#');
  validate?.(JSON.parse(String(har.render(make()))));
  expect(validate?.errors).toBeNull();
});

test.each(samples)('ctrf.json of %o is valid against the CTRF schema', make => {
  const validate = ajv.compile(JSON.parse(vendor('ctrf/ctrf.schema.json')));
  validate(JSON.parse(String(ctrf.render(make()))));
  expect(validate.errors).toBeNull();
});

const parsed = (text: string) =>
  new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    isArray: name => /^(testsuite|testcase|property)$/.test(name),
  }).parse(text);

test('junit has a case for each check of each step, with requirement and blame as properties', () => {
  const step = parsed(String(junit.render(failing()))).testsuites.testsuite[0].testsuite.find(
    (suite: { name: string }) => suite.name === 'journey/refused',
  );
  expect(step).toEqual({
    name: 'journey/refused',
    tests: '2',
    failures: '1',
    errors: '0',
    skipped: '0',
    time: '0.045',
    properties: {
      property: [
        { name: 'outcome', value: 'fail' },
        { name: 'endpoint', value: 'Account/Info' },
        { name: 'blame', value: 'host' },
        { name: 'requirement', value: 'LOGOUT-ENDS' },
        { name: 'requirement:refused', value: 'LOGOUT-ENDS' },
        { name: 'blame:refused', value: 'host' },
      ],
    },
    testcase: [
      { name: 'answer-schema', classname: 'journey.refused', time: '0.045' },
      {
        name: 'refused',
        classname: 'journey.refused',
        time: '0.045',
        failure: {
          type: 'fail',
          message: 'Account/Info answered 200 to a token that was logged out; it has to refuse with 401 or 403.',
          '#text': expect.stringContaining(
            'requirement: LOGOUT-ENDS\nblame: host\nexpected: "401 or 403"\nreceived: 200',
          ),
        },
      },
    ],
  });
});

test('the totals of junit agree with its cases', () => {
  const { testsuites } = parsed(String(junit.render(failing())));
  const cases = testsuites.testsuite.flatMap((suite: { testsuite: { testcase: object[] }[] }) =>
    suite.testsuite.flatMap(step => step.testcase ?? []),
  );
  const having = (member: string): string => String(cases.filter((one: object) => Object.hasOwn(one, member)).length);
  expect({ tests: testsuites.tests, failures: testsuites.failures, errors: testsuites.errors }).toEqual({
    tests: String(cases.length),
    failures: having('failure'),
    errors: having('error'),
  });
});

test('har keeps every exchange with its timings, whose sum is its time', () => {
  const { log } = JSON.parse(String(har.render(failing())));
  expect(log.entries).toHaveLength(14);
  const [first] = log.entries;
  expect(first.timings).toEqual({ blocked: -1, dns: 3, connect: 29, ssl: 21, send: 0, wait: 82, receive: 4 });
  expect(first.time).toBe(118);
  expect(first.request.postData.text).toContain('«password:alice»');
  const lost = log.entries.find((one: { comment: string }) => one.comment === 'encodings/flaky-info/1');
  expect(lost.response).toMatchObject({
    status: 0,
    bodySize: -1,
    comment: 'The connection was reset before an answer came.',
  });
});

test('har holds what a hostile host sent, byte for byte or in base64', () => {
  const { log } = JSON.parse(String(har.render(hostile())));
  const contents = log.entries.map((one: { response: { content: { text: string } } }) => one.response.content.text);
  expect(contents).toEqual([...HOSTILE.map(([, text]) => text), 'eyJhIjoi//4ifQ==']);
});
