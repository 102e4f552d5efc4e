import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CompileOptions,
  compilePattern,
  matchPattern,
  parsePattern,
} from '../../../src/contract/notation/index.ts';
import { NOW } from './match-table.ts';

function compile(text: string, mode: CompileOptions['mode']) {
  return compilePattern(parsePattern(text, { lenient: true }), { mode });
}

function validator(text: string, mode: CompileOptions['mode']): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: true });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...compile(text, mode) });
  return value => validate(value);
}

function expectValid(
  text: string,
  mode: CompileOptions['mode'],
  valid: readonly unknown[],
  invalid: readonly unknown[],
): void {
  const validate = validator(text, mode);
  expect({ valid: valid.filter(validate), invalid: invalid.filter(validate) }, text).toEqual({ valid, invalid: [] });
}

const CREATE = `{ "userName": Required(Str(PUserName)), "phoneNr": Optional(Str(PPhoneNr)),
  "seconds": Required(Int(0 < PSeconds <= 3600)), "Properties": { "name": Required(Str(PName)) }?[] }`;

test('a request is closed, and absent where it may be', () => {
  const schema = compilePattern(parsePattern(CREATE), {
    mode: 'request',
    titles: { userName: 'User name' },
    descriptions: { seconds: 'How long the token is to live.', 'Properties.name': 'Name of the property.' },
  });
  expect(schema).toEqual({
    type: 'object',
    properties: {
      userName: { title: 'User name', type: 'string' },
      phoneNr: { type: 'string' },
      seconds: { description: 'How long the token is to live.', type: 'integer', exclusiveMinimum: 0, maximum: 3600 },
      Properties: {
        type: 'array',
        items: {
          type: 'object',
          properties: { name: { description: 'Name of the property.', type: 'string' } },
          required: ['name'],
          additionalProperties: false,
        },
      },
    },
    required: ['userName', 'seconds'],
    additionalProperties: false,
  });
});

test('an answer is open, and takes what hosts make of lists and of absence', () => {
  const item = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] };
  expect(compile(CREATE, 'answer')).toEqual({
    type: 'object',
    properties: {
      userName: { type: 'string' },
      phoneNr: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      seconds: { type: 'integer', exclusiveMinimum: 0, maximum: 3600 },
      Properties: { anyOf: [{ type: 'array', items: item }, item, { type: 'null' }] },
    },
    required: ['userName', 'seconds'],
  });
});

describe('in a request', () => {
  test.each([
    ['Str(X)', ['', 'a'], [5, true, null, [], {}]],
    ['Int(X)', [5, 5.0, -1], [5.5, '5', true, null]],
    ['Int(0 < X <= 3600)', [1, 60.0, 3600], [0, 3601, 1.5, '60']],
    ['0 <= Int(X) < 9', [0, 8], [9, -1, '5', 1.5]],
    ['Double(X >= 0.5)', [0.5, 1e9], [0.4, '1', null]],
    ['Bool(X)', [true, false], [1, 'true', null]],
    [
      'DateTime(X)',
      [0, 1722594131, '2024-08-02T10:22:11Z', '2024-08-02T10:22:11.123Z'],
      [4102444800, 1.5, '2024-08-02T10:22:11+02:00', '2024-08-02', '2024-08-02 10:22:11Z', '1722594131', null],
    ],
    ['TimeSpan(X)', ['01:00:00', '1.02:03:04.5'], ['24:00:00', '1:0', 3600]],
    ['Duration(X)', ['PT5M', 'P1Y2M3DT4H'], ['P1W', 'P', '-P1Y', 'PT0.5S', 5]],
    ['Guid(X)', ['6f9619ff-8b86-d011-b42d-00cf4fc964ff'], ['urn:uuid:6f9619ff-8b86-d011-b42d-00cf4fc964ff', 'x', 5]],
    ['Uri(X)', ['https://example.com/', '/a?b', ''], ['a b', 5]],
    ['Xml(X)', ['<a/>', ' <a>b</a>\n'], ['text', '', {}]],
    ['Str(X like "^\\\\+[1-9]\\\\d+$")', ['+46'], ['46', '+0', 5]],
    ['Str(X unlike "@")', ['a', ''], ['a@b', 5]],
    ['Required(X)', ['', 0, false, [], {}], [null]],
    ['{"a":X}', [{}, { a: null }, { a: 1 }], [{ b: 1 }, null, []]],
    ['{"a":Required(X)}', [{ a: '' }], [{}, { a: null }]],
    ['{"a":Optional(Int(X))}', [{}, { a: 1 }], [{ a: null }, { a: '' }, { a: 'x' }]],
    ['{"a":{"b":Optional(B)}}', [{ a: {} }], [{}, { a: null }, { a: { c: 1 } }]],
    ['{"a":Required(Int(X)[])}', [{ a: [] }, { a: [1, 2] }], [{}, { a: 1 }, { a: [null] }, { a: null }]],
    ['{"a":Required(PContent[])}', [{ a: [1, null] }], [{}, { a: 1 }]],
    ['{"a":Optional(Str(X[]))}', [{}, { a: 'x' }], [{ a: ['x'] }]],
    ['{"a":A,*}', [{}, { b: 1 }], [null]],
    ['{}', [{}], [{ a: null }, [], null]],
    ['[Int(A),Str(B)]', [[1, 'b']], [[1], [1, 'b', 2], ['a', 'b'], null]],
    ['[]', [[]], [[1]]],
    [
      '{"type":"get","n":null,"t":true}',
      [
        { type: 'get', t: true },
        { type: 'get', n: null, t: true },
      ],
      [{ type: 'set', t: true }, { t: true }, { type: 'get', n: 1, t: true }],
    ],
    ['Str(X = "a")', ['a'], ['b']],
    ['X != 5', ['5', null], [5]],
    ['X > 5', [6], [5, '6', null]],
    ['X like "a"', ['a'], ['b', 5]],
    ['X unlike "a"', ['b', 5], []],
    ['Date(X)', [null, 1], []],
  ])('%s', (text, valid, invalid) => {
    expectValid(text, 'request', valid, invalid);
  });
});

describe('in an answer', () => {
  test.each([
    [
      'DateTime(X)',
      [0, 1722594131.0, 4102444800, -62135596800, '2024-08-02T10:22:11+02:00'],
      [1.5, '1722594131', null, true],
    ],
    ['TimeSpan(X)', ['01:00:00', '-1.02:03:04.5000000'], ['x', 5]],
    ['Duration(X)', ['PT0.5S', '-P1D', 'P'], ['P1W', 5]],
    ['Guid(X)', ['6f9619ff-8b86-d011-b42d-00cf4fc964ff'], ['x']],
    ['Xml(X)', ['<a/>', { __name: 'a', __ns: 'urn:x', b: '1' }], ['text', {}, { __ns: 'x' }, []]],
    ['{"a":Required(Str(X))}', [{ a: 'x' }, { a: '', b: 1 }], [{}, { a: null }, { a: 5 }]],
    ['{"a":Optional(Int(X))}', [{}, { a: null }, { a: '' }, { a: 1 }], [{ a: 'x' }, { a: 1.5 }, { a: [] }]],
    [
      '{"a":Optional({"b":Required(Int(B))})}',
      [{}, { a: null }, { a: '' }, { a: { b: 1 } }],
      [{ a: {} }, { a: [] }, { a: 'x' }],
    ],
    ['{"a":{"b":Required(Int(B))}}', [{ a: { b: 1, c: 2 } }], [{}, { a: null }]],
    [
      '{"a":{"b":Required(Int(B))}?[]}',
      [{}, { a: null }, { a: [] }, { a: { b: 1 } }, { a: [{ b: 1 }] }],
      [{ a: '' }, { a: [{}] }, { a: {} }, { a: [null] }],
    ],
    ['{"a":{"b":Required(Int(B))}[]}', [{ a: [] }, { a: { b: 1 } }], [{}, { a: null }]],
    ['{"a":Required(Str(X)?[])}', [{ a: [] }, { a: 'x' }, { a: ['x'] }], [{}, { a: null }, { a: [5] }]],
    ['{"a":Optional(Str(X[]))}', [{}, { a: 'x' }, { a: ['x'] }, { a: null }], [{ a: 5 }, { a: [5] }]],
    ['{"a":Required(X)?[]}', [{}, { a: null }, { a: [1] }, { a: {} }, { a: [] }], [{ a: [null] }]],
    ['{"a":Required(PContent[])}', [{ a: '' }, { a: [null] }, { a: {} }], [{}, { a: null }]],
    ['{"a":Optional(A)}', [{}, { a: null }, { a: [] }], []],
    ['{}', [{}, { a: 1 }], [[], null, '']],
  ])('%s', (text, valid, invalid) => {
    expectValid(text, 'answer', valid, invalid);
  });
});

test('what a schema cannot say is kept as a comment', () => {
  expect(compile('DateTime(PExpires>Now)', 'request')).toMatchObject({
    $comment: 'The notation asks for: PExpires > Now',
  });
  expect(compile('Str("a" <= P <= "f")', 'answer')).toEqual({
    type: 'string',
    $comment: 'The notation asks for: "a" <= P <= "f"',
  });
  expect(compile('Int(0 < (P > 5))', 'answer')).toEqual({
    type: 'integer',
    exclusiveMinimum: 0,
    $comment: 'The notation asks for: P > 5',
  });
  expect(compile('Str(X like "a(")', 'answer')).toEqual({
    type: 'string',
    $comment: 'The notation asks for: X like "a("',
  });
  expect(compile('Date(X)', 'answer')).toEqual({ $comment: 'Not expressed: Date(X)' });
});

/** Patterns whose schema says all that they say, each with values near their edges. */
const MEMBERS: readonly (readonly [text: string, values: fc.Arbitrary<unknown>])[] = [
  ['Required(Str(A))', fc.oneof(fc.string(), fc.constantFrom(null, 5))],
  ['Optional(Int(0 < B <= 3600))', fc.oneof(fc.integer({ min: -1, max: 3602 }), fc.constantFrom(1.5, '5', null, ''))],
  [
    'Required(DateTime(C))',
    fc.oneof(
      fc.integer(),
      fc.maxSafeInteger(),
      fc.date({ noInvalidDate: true }).map(date => date.toISOString()),
      fc.string(),
    ),
  ],
  ['Optional(Bool(D))', fc.oneof(fc.boolean(), fc.constantFrom('true', 1, null))],
  ['Optional(Double(E >= 0))', fc.oneof(fc.double(), fc.constantFrom('1', -0))],
  [
    '{"x":Required(Str(F))}?[]',
    fc.oneof(fc.array(fc.record({ x: fc.string() }, { requiredKeys: [] })), fc.constant(null)),
  ],
  ['Optional(Str(G like "^\\\\+[1-9]\\\\d+$"))', fc.oneof(fc.stringMatching(/^\+[0-9]{1,4}\n?$/), fc.string())],
  [
    'Optional(Guid(H))',
    fc.oneof(
      fc.uuid(),
      fc.uuid().map(one => `urn:uuid:${one}`),
    ),
  ],
  ['Optional(Duration(I))', fc.stringMatching(/^-?P(\d{1,2}[YWD])?(T\d{1,2}[HMS])?$/)],
  ['Optional(TimeSpan(J))', fc.stringMatching(/^-?(\d{1,7}\.)?\d{1,2}:\d{2}(:\d{2}(\.\d{1,8})?)?$/)],
];

test('whatever the request schema takes, the engine takes', () => {
  const text = `{${MEMBERS.map(([pattern], index) => `"m${index}":${pattern}`).join(',')}}`;
  const validate = validator(text, 'request');
  const pattern = parsePattern(text);
  const bodies = fc.record(Object.fromEntries(MEMBERS.map(([, values], index) => [`m${index}`, values])), {
    requiredKeys: ['m0', 'm2'],
  });
  let taken = 0;
  fc.assert(
    fc.property(bodies, body => {
      // Each member on its own, so that one that is refused does not hide the others.
      for (const name of Object.keys(body)) {
        const one = { m0: 'a', m2: 0, [name]: body[name] };
        if (!validate(one)) continue;
        taken++;
        expect(matchPattern(pattern, one, { now: NOW }).outcome, JSON.stringify(one)).toBe('match');
      }
    }),
    { numRuns: 300 },
  );
  expect(taken).toBeGreaterThan(500);
});
