import { expect, test } from 'vitest';
import { matchPattern, parsePattern } from '../../../src/contract/notation/index.ts';
import { expectOutcomes, NOW } from './match-table.ts';

function bindings(text: string, value: unknown): unknown {
  const result = matchPattern(parsePattern(text), value, { now: NOW });
  expect(result.outcome).toBe('match');
  return result.bindings;
}

test('objects are closed, by name and with regard to case', () => {
  expectOutcomes('{"a":Required(X)}', {
    M: [{ a: 1 }, { a: '' }, { a: [] }],
    '-': [{}, { a: null }, { A: 1 }, { a: 1, b: null }, { a: 1, constructor: 1 }, [], [{ a: 1 }], 'a', null, 5, true],
  });
  expectOutcomes('{}', { M: [{}], '-': [{ a: null }, [], null, ''] });
  expectOutcomes('{*}', { M: [{}, { a: 1 }], '-': [[], null] });
  expectOutcomes('{"o":{"b":B}[]}', {
    M: [{ o: [{ b: 1 }, {}] }, { o: {} }],
    '-': [{ o: [{ c: 1 }] }, { o: null }, {}],
  });
  expectOutcomes('{a: X, __proto__: Y}', { M: [JSON.parse('{"a":1,"__proto__":2}')] });
});

test('Optional forgives absence and an empty string, not a wrong value', () => {
  expectOutcomes('{"a":Optional(Int(X))}', {
    M: [{}, { a: null }, { a: '' }, { a: 1 }, { a: 'x' }],
    '-': [{ a: 1.5 }, { a: true }, { a: [] }],
  });
  expectOutcomes('{"o":Optional({"b":Required(B)})}', {
    M: [{}, { o: null }, { o: '' }, { o: { b: 0 } }],
    '-': [{ o: {} }, { o: [] }, { o: false }, { o: 0 }],
  });
  expect(bindings('{"a":Optional({"b":B,"c":C})}', {})).toEqual({ B: null, C: null });
  expectOutcomes('{"a":X,"b":Optional(X)}', { M: [{ a: 1 }, { a: 1, b: 1 }], '-': [{ a: 1, b: 2 }] });
});

test('a variable that is met again has to meet an equal value', () => {
  expectOutcomes('{"a":X,"b":X}', {
    M: [{}, { a: 1, b: 1.0 }, { a: 'x', b: 'x' }, { a: [1, 'x'], b: [1, 'x'] }],
    '-': [{ a: 1 }, { a: 1, b: '1' }, { a: 0, b: false }, { a: 'x', b: 'X' }, { a: [1], b: [1, 2] }, { a: {}, b: {} }],
  });
});

test('literals are equal by type and value', () => {
  expectOutcomes('{"type":"get"}', {
    M: [{ type: 'get' }],
    '-': [{ type: 'GET' }, {}, { type: null }, { type: ['get'] }],
  });
  expectOutcomes('{"n":5}', { M: [{ n: 5 }, { n: 5.0 }], '-': [{ n: '5' }, { n: 6 }] });
  expectOutcomes('{"n":null,"t":true}', { M: [{ t: true }, { n: null, t: true }], '-': [{ t: 1 }, { n: 0, t: true }] });
});

test('a vector takes one value for a list of one', () => {
  expectOutcomes('Str(X)[]', { M: [[], ['a', 1], 'a', null, {}] });
  expectOutcomes('Int(X)[]', { M: [[], [1, '2'], 3, ['x']], '-': [null, [1, null], [1.5], true, [[1]]] });
  expectOutcomes('Int(X)?[]', { M: [null, undefined, [], 1], '-': [[null], true] });
  expectOutcomes('Required(X[])', { M: [[], '', 0, {}, [null]], '-': [null, undefined] });
  expectOutcomes('Required(X)[]', { M: [[], ['']], '-': [null, [null]] });
  expectOutcomes('Optional(Str(X)[])', { M: [null, '', [], 'a', [null]] });
  expectOutcomes('(Int(X)[])[]', { M: [[[1], [2, 3]], [1], 1], '-': [[['x', true]]] });
});

test('a vector binds its variables to lists', () => {
  expect(bindings('{"P":{"n":N,"v":Optional(Int(V))}[]}', { P: [{ n: 'a', v: '1' }, { n: 'b' }] })).toEqual({
    N: ['a', 'b'],
    V: [1, null],
  });
  expect(bindings('X[]', 5)).toEqual({ X: [5] });
  expect(bindings('Str(X)[]', [])).toEqual({ X: [] });
  expect(bindings('Str(X)?[]', null)).toEqual({});
  expectOutcomes('{"a":X,"b":{"c":X}[]}', { M: [{ a: 1, b: [{ c: 1 }, { c: 1 }] }], '-': [{ a: 1, b: [{ c: 2 }] }] });
});

test('a tuple is a list of exactly that length', () => {
  expectOutcomes('[A,B]', {
    M: [
      [1, 2],
      [null, {}],
    ],
    '-': [[1], [1, 2, 3], [], null, 'ab', {}],
  });
  expectOutcomes('[[A,B],[B,C]]', {
    M: [
      [
        [1, 2],
        [2, 3],
      ],
    ],
    '-': [
      [
        [1, 2],
        [3, 2],
      ],
    ],
  });
  expectOutcomes('[]', { M: [[]], '-': [[1], null, {}] });
});

test('what has no pattern support is unknown, unless something before it fails', () => {
  expectOutcomes('{"a":Date(X),"b":Required(Y)}', { '?': [{ a: '2024-08-02', b: 1 }, { b: 1 }], '-': [5] });
  expectOutcomes('{"b":Required(Y),"a":Str(X) or Int(X)}', { '?': [{ b: 1 }], '-': [{}] });
  expectOutcomes('X in [1,2]', { '?': [1] });
  expectOutcomes('Str(Foo(X, {a: [1]}))', { '?': ['x', null] });
});

test('a deeply nested body costs no stack', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`);
  expectOutcomes('{"a":Required(Int(X)),"b":Y}', { '-': [{ a: deep }], M: [{ a: 1, b: deep }] });
  expectOutcomes('Str(X like "x")', { '!': [] });
  expect(matchPattern(parsePattern('Str(X)'), deep, { now: NOW }).outcome).toBe('exception');
});
