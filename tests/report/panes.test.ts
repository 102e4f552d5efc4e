import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../src/model/exchange.ts';
import { rowsOf } from '../../src/report/json-rows.ts';
import { foldedPanes, panes } from '../../src/report/panes.ts';
import { answer, body, exchange, finding } from './sample-record.ts';

const lines = (...args: Parameters<typeof panes>): string[] =>
  panes(...args).map(({ pointer, expected, received, sent, offending }) =>
    [offending ? '>' : ' ', pointer, expected ?? '-', received ?? '-', sent ?? '-'].join(' '),
  );

const of = (received: Parameters<typeof answer>[1], send?: Parameters<typeof exchange>[2]['send']): Exchange =>
  exchange('s/a/1', 0, {
    endpoint: 'Account/Info',
    answer: answer(200, received),
    ...(send === undefined ? {} : { send }),
  });

describe('expected, received and sent', () => {
  test('are aligned by pointer, with the offending member in its place', () => {
    const found = finding('f', { check: 'expected', message: '', pointer: '/b', expected: false, actual: true });
    expect(lines(found, of({ a: 1, b: true, c: [1, { d: null }] }, { a: 2, z: 'x' }))).toEqual([
      '  /a - 1 2',
      '  /z - - "x"',
      '> /b false true -',
      '  /c/0 - 1 -',
      '  /c/1/d - null -',
    ]);
  });

  test('a missing member stands where it should be', () => {
    const found = finding('f', { check: 'answer-schema', message: '', pointer: '/expires', expected: 'integer' });
    expect(lines(found, of({ jwt: 'x' }))).toEqual(['> /expires "integer" - -', '  /jwt - "x" -']);
  });

  test('what is no member has a row of its own, first', () => {
    const found = finding('f', { check: 'refused', message: '', expected: '4xx', actual: 200 });
    expect(lines(found, of({ a: 1 }))).toEqual(['>  4xx 200 -', '  /a - 1 -']);
  });

  test('an expected object is compared member by member', () => {
    const found = finding('f', {
      check: 'expected',
      message: '',
      pointer: '/o',
      expected: { a: 1, b: 2 },
      actual: { a: 1, b: 3 },
    });
    expect(lines(found, of({ o: { a: 1, b: 3, c: 4 } }))).toEqual(['  /o/a 1 1 -', '> /o/b 2 3 -', '  /o/c - 4 -']);
  });

  test('a finding about our own request points into what was sent', () => {
    const found = finding('f', {
      check: 'request-schema',
      message: '',
      blame: 'suite',
      pointer: '/seconds',
      expected: 'integer',
      actual: 'x',
    });
    expect(lines(found, of({}, { seconds: 'x' }))).toEqual(['   - {} -', '> /seconds "integer" - "x"']);
  });

  test('text that is no JSON is one row', () => {
    const found = finding('f', { check: 'error-text', message: '' });
    expect(lines(found, of('Nonce already used.'))).toEqual(['   - Nonce already used. -']);
  });
});

test('far rows are folded, the offending ones never', () => {
  const value = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`m${i}`, i]));
  const found = finding('f', { check: 'expected', message: '', pointer: '/m20', expected: 0, actual: 20 });
  const { rows, left } = foldedPanes(panes(found, of(value)), 5);
  expect(rows.map(({ pointer }) => pointer)).toEqual(['/m18', '/m19', '/m20', '/m21', '/m22']);
  expect(left).toBe(35);
});

test('rows keep the order of the document, and escape names as RFC 6901 says', () => {
  expect([...rowsOf({ 'a/b': 1, '~': [], x: {} })]).toEqual([
    ['/a~1b', '1'],
    ['/~0', '[]'],
    ['/x', '{}'],
  ]);
});

test('very deep and very long values end in a row that says so', () => {
  const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`);
  expect([...rowsOf(deep).values()]).toEqual(['… deeper']);
  expect([...rowsOf(Array.from({ length: 5000 }, () => 0)).keys()].slice(-2)).toEqual(['/1999', '/…']);
});

test('a body that was cut is still shown', () => {
  const made = of({});
  const cut: Exchange = { ...made, answer: { status: 200, headers: [], body: body('{"a":1,', { truncated: true }) } };
  expect(lines(finding('f', { check: 'x', message: '' }), cut)[0]).toContain('{"a":1,');
});
