import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { fullNode } from '../../src/suite/yaml/full.ts';
import type { Node } from '../../src/suite/yaml/node.ts';
import { plainValue } from '../../src/suite/yaml/plain.ts';
import { quickNode } from '../../src/suite/yaml/quick.ts';
import { dataOf } from './support/data.ts';

const data = (node: Node): unknown => dataOf(node, 'alias');

const name = fc.stringMatching(/^[a-zA-Z_][\w.-]{0,8}$/).filter(word => word !== '__proto__');
const json = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('null', 'true', '12', '-0', '1e3', '.5', '0x1f', '~', 'a: b', 'a #b', '- a', '[', '!x', '*a', '&a'),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;
const document = fc.dictionary(name, json, { minKeys: 1, maxKeys: 4, noNullPrototype: true });

describe('the quick reader', () => {
  test('reads what it reads as the yaml package does, to the node and its place', () => {
    let read = 0;
    fc.assert(
      fc.property(document, fc.constantFrom('BLOCK', 'FLOW'), (value, form) => {
        const text = stringify(value, {
          defaultStringType: 'PLAIN',
          collectionStyle: form === 'FLOW' ? 'flow' : 'any',
        });
        const quick = quickNode(text);
        if (quick === null) return;
        read += 1;
        expect(data(quick)).toEqual(parse(text));
        expect(quick).toEqual(fullNode(text));
      }),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(100);
  });

  test('never reads what the yaml package refuses', () => {
    const piece = fc.constantFrom(...'ab:,[]{}"\'#!-? \n\n  $*&|>%@`\\1.~');
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 14 }).map(pieces => `k: ${pieces.join('')}`),
        text => {
          const quick = quickNode(text);
          if (quick === null) return;
          const full = parseDocument(text, { logLevel: 'silent', resolveKnownTags: false });
          expect(full.errors.map(({ code }) => code)).toEqual([]);
          expect(quick).toEqual(fullNode(text));
        },
      ),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['a tab', 'a:\tb'],
    ['a document marker', '--- a: b'],
    ['an anchor', 'a: &x 1'],
    ['an alias', 'a: *x'],
    ['a block scalar', 'a: |\n  b'],
    ['a text over two lines', 'a: b\n  c'],
    ['a name given twice', 'a: 1\na: 2'],
    ['a name that is no word', '1: a'],
    ['an escape of its own', 'a: "\\xe9"'],
  ])('leaves %s to the whole reader', (_, text) => {
    expect(quickNode(text)).toBeNull();
  });

  test('keeps tags, places and comments apart', () => {
    expect(quickNode('# head\na: !like "x" # tail\nb: [!missing, !not 5, !one-of [c]]\n')).toEqual({
      kind: 'map',
      tag: null,
      start: 7,
      entries: [
        {
          name: 'a',
          key: { kind: 'scalar', tag: null, start: 7, value: 'a' },
          value: { kind: 'scalar', tag: '!like', start: 10, value: 'x' },
        },
        {
          name: 'b',
          key: { kind: 'scalar', tag: null, start: 27, value: 'b' },
          value: {
            kind: 'list',
            tag: null,
            start: 30,
            items: [
              { kind: 'scalar', tag: '!missing', start: 31, value: null },
              { kind: 'scalar', tag: '!not', start: 41, value: 5 },
              {
                kind: 'list',
                tag: '!one-of',
                start: 49,
                items: [{ kind: 'scalar', tag: null, start: 58, value: 'c' }],
              },
            ],
          },
        },
      ],
    });
  });
});

// YAML 1.2.2, section 10.3.2, and its examples 2.19 to 2.21 (the core schema).
test.each([
  ['12345', 12345],
  ['+12345', 12345],
  ['0o14', 12],
  ['0xC', 12],
  ['1.23015e+3', 1230.15],
  ['12.3015e+02', 1230.15],
  ['1230.15', 1230.15],
  ['-.inf', Number.NEGATIVE_INFINITY],
  ['.nan', Number.NaN],
  ['null', null],
  ['~', null],
  ['', null],
  ['true', true],
  ['FALSE', false],
  ['yes', 'yes'],
  ['012', 12],
  ['1_000', '1_000'],
  ['2001-12-14', '2001-12-14'],
  ['0b11', '0b11'],
  ['.', '.'],
  ['1.', 1],
  ['nUll', 'nUll'],
])('the plain scalar %s means %s', (text, value) => {
  expect(plainValue(text)).toEqual(value);
  expect(plainValue(text)).toEqual(parse(text === '' ? '~' : text, { version: '1.2' }));
});
