import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { match } from '../../src/run/match.ts';
import { Unresolved } from '../../src/run/resolve.ts';
import type { Matcher, Template } from '../../src/suite/index.ts';

const none = () => undefined;
const literal = (value: null | boolean | number | string): Template => ({ kind: 'literal', value });
const equals = (value: null | boolean | number | string): Matcher => ({ kind: 'equals', template: literal(value) });

/** A template that stands for data. */
const template = (value: Json): Template => {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(item => template(item)) };
  if (typeof value === 'object' && value !== null)
    return {
      kind: 'map',
      members: Object.fromEntries(Object.entries(value).map(([name, member]) => [name, template(member ?? null)])),
    };
  return literal(value as null | boolean | number | string);
};

const messages = (matcher: Matcher, value: Json | undefined) =>
  match(matcher, value, none).map(({ message }) => message);

describe('each matcher, met and not', () => {
  const cases: readonly (readonly [Matcher, readonly (Json | undefined)[], readonly (Json | undefined)[], string])[] = [
    [{ kind: 'any' }, [undefined, null, 0, 'x', []], [], ''],
    [{ kind: 'present' }, [0, '', false, [], {}], [undefined, null], 'The answer is absent; expected a value.'],
    [{ kind: 'missing' }, [undefined, null], [0, ''], 'The answer is 0; expected nothing.'],
    [{ kind: 'empty' }, [undefined, null, '', [], {}], [0, ' ', [0]], 'The answer is 0; expected nothing in it.'],
    [equals(5), [5], ['5', 5.1, null, undefined, [5]], 'The answer is "5"; expected 5.'],
    [equals(null), [null, undefined], [0, ''], 'The answer is 0; expected null.'],
    [{ kind: 'not', template: literal(5) }, [6, '5', null, undefined], [5], 'The answer is 5; expected another value.'],
    [
      { kind: 'like', regex: '^\\p{Lu}' },
      ['Åsa'],
      ['åsa', 5, null],
      'The answer is "åsa"; expected text like ^\\p{Lu}.',
    ],
    [
      { kind: 'one-of', templates: [literal('a'), literal(1)] },
      ['a', 1],
      ['1', 'b', undefined],
      'The answer is "1"; expected one of "a", 1.',
    ],
    [
      { kind: 'between', low: 0, high: 1.5 },
      [0, 1, 1.5],
      [-0.1, 1.6, '1'],
      'The answer is -0.1; expected a number from 0 to 1.5.',
    ],
    [
      { kind: 'list', items: [equals(1), { kind: 'any' }] },
      [[1, 2]],
      [[1], [1, 2, 3], { 0: 1, 1: 2 }],
      'The answer is [1]; expected a list of 2.',
    ],
    [
      { kind: 'object', members: { a: equals(1) } },
      [{ a: 1 }, { a: 1, b: 2 }],
      [{ a: 2 }, {}, [], null],
      '"/a" is 2; expected 1.',
    ],
  ];

  test.each(cases)('%j', (matcher, met, unmet, message) => {
    expect(met.map(value => messages(matcher, value))).toEqual(met.map(() => []));
    expect(unmet.map(value => messages(matcher, value).length)).toEqual(unmet.map(() => 1));
    if (unmet.length > 0) expect(messages(matcher, unmet[0])).toEqual([message]);
  });
});

test('every difference is told, with its place', () => {
  const matcher: Matcher = {
    kind: 'object',
    members: {
      'a/b': equals(1),
      list: { kind: 'list', items: [equals(1), { kind: 'object', members: { c: equals(2) } }] },
    },
  };
  expect(match(matcher, { 'a/b': 2, list: [0, { c: 3 }] }, none)).toEqual([
    { message: '"/a~1b" is 2; expected 1.', expected: 1, actual: 2, pointer: '/a~1b' },
    { message: '"/list/0" is 0; expected 1.', expected: 1, actual: 0, pointer: '/list/0' },
    { message: '"/list/1/c" is 3; expected 2.', expected: 2, actual: 3, pointer: '/list/1/c' },
  ]);
});

test('what an object inherits is no member of it', () => {
  const matcher: Matcher = { kind: 'object', members: { constructor: { kind: 'missing' } } };
  expect(match(matcher, {}, none)).toEqual([]);
  expect(match({ kind: 'equals', template: template({ toString: null }) }, {}, none)).toEqual([]);
});

test('a reference without a value is not a difference, but cannot be judged', () => {
  const reference: Template = { kind: 'reference', root: 'login', path: ['jwt'], text: '$login.jwt' };
  expect(() => match({ kind: 'equals', template: reference }, 'x', none)).toThrow(Unresolved);
});

const name = fc.oneof(fc.string(), fc.constantFrom('toString', 'constructor', 'a'));
const json: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      name.filter(one => one !== '__proto__'),
      tie('value'),
      { maxKeys: 3, noNullPrototype: true },
    ),
  ),
})).value;

/** The value without members that are null, at all depths: null and absent are the same. */
const bare = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(item => bare(item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).flatMap(([member, held]) => (held == null ? [] : [[member, bare(held)] as const]));
  return Object.fromEntries(kept);
};

test('equals says what Node says of deep equality, with null and absent the same', () => {
  fc.assert(
    fc.property(json, json, (a, b) => {
      const met = match({ kind: 'equals', template: template(a) }, b, none).length === 0;
      expect(met).toBe(isDeepStrictEqual(bare(a), bare(b)));
    }),
  );
  fc.assert(
    fc.property(json, value => {
      expect(match({ kind: 'equals', template: template(value) }, JSON.parse(JSON.stringify(value)), none)).toEqual([]);
      expect(match({ kind: 'not', template: template(value) }, value, none)).toHaveLength(1);
    }),
  );
});
