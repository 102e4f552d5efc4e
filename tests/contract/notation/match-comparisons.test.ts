import { expect, test } from 'vitest';
import { matchPattern, parsePattern } from '../../../src/contract/notation/index.ts';
import { expectOutcomes, NOW } from './match-table.ts';

test('a range inside Int compares numbers, and other text as text', () => {
  expectOutcomes('Required(Int(0 < P <= 3600))', {
    M: [1, 3600, 60.0, '1', '3600', ' 60 ', '+5', '2.5', '30.0', '1abc', '1 000'],
    '-': [
      0,
      3601,
      -1,
      1.5,
      '0',
      '3601',
      '-1',
      'abc',
      '',
      ' ',
      '60 s',
      '5.5',
      '9223372036854775807',
      true,
      false,
      null,
      [],
      [60],
      {},
    ],
    '!': ['9223372036854775808', '-9223372036854775809'],
  });
  expectOutcomes('Int(P >= 0)', { M: [0, 1e300, 'abc'], '-': [-1, '-1', '-x'] });
  expectOutcomes('Int(P < 5)', { M: [4, '-9', ''], '-': [5, 'x'] });
});

test.each(['x>5', '5<x', 'x>=6', '6<=x', '5<x<7', '6<=x<=6', '5<=x<7', '7>x', 'x<=6', '7>=x'])(
  '%s holds for 6',
  text => {
    expectOutcomes(text, { M: [6] });
  },
);

test('a range around a type compares the raw value first', () => {
  expectOutcomes('0 <= Int(Age) <= 100', {
    M: [0, 50, 100, '1', '10', '0'],
    '-': [101, -1, 50.5, '50', '9', 'x', '', null, []],
    '!': [true, {}],
  });
  expectOutcomes('0 <= Bool(X) <= 1', { M: [0, 1, '1', '0'], '-': ['true'], '!': [true] });
});

test('null comes before every bound, and a list has no place in any', () => {
  expectOutcomes('X < 5', { M: [null, 4, '4', ''], '-': [5, '6', [], [1]], '!': [true, {}] });
  expectOutcomes('X > 5', { M: [6, '6', 'a'], '-': [null, '4', ''] });
});

test('text is ordered as a culture orders it: punctuation, digits, letters, and small letters first', () => {
  expectOutcomes('"0" < X <= "B"', {
    M: ['1', '10', 'a', 'A', 'b', 'B'],
    '-': ['0', '-', '.5', '_', ' ', 'C', 'c', 'Ba'],
  });
  expectOutcomes('Double(0 <= X <= 10)', { M: [0, '9.5', '1e1'], '-': [-0.1, '11', 'NaN', 'x'] });
  expectOutcomes('Double(X <= 10)', { M: ['NaN', '-Infinity'], '-': ['Infinity'] });
});

test('equality compares by type', () => {
  expectOutcomes('Str(X = "a")', { M: ['a'], '-': ['A', '', null] });
  expectOutcomes('5 = X', { M: [5], '-': ['5', 6, null] });
  expectOutcomes('X != 5', { M: ['5', 6, null, [5]], '-': [5] });
});

test('like searches anywhere in a string', () => {
  expectOutcomes('Str(P like "\\\\+[1-9]\\\\d+")', {
    M: ['+46701234567', 'tel +46701234567 x', '+4٦'],
    '-': ['46701234567', '+0', '', 46, null],
  });
  expectOutcomes('P like "^a.b$"', {
    M: ['axb', 'a\nb', 'axb\n'],
    '-': ['xaxb', 'axb\n\n', 'axbx', 5, null, ['axb'], true],
  });
  expectOutcomes('Str(P like "^\\\\w+$")', { M: ['a_1', 'åäö', 5, true], '-': ['a b', '-1', '', {}] });
  expectOutcomes('P like "[\\\\d-]{2}\\\\-\\\\."', { M: ['1--.', '-٥-.'], '-': ['a--.'] });
});

test('options at the start of an expression are the engine options', () => {
  expectOutcomes('P like "(?i)^ab$"', { M: ['AB', 'ab'], '-': ['xab', 'a'] });
  expectOutcomes('P like "(?m)^b$"', { M: ['a\nb', 'b', 'b\nc'], '-': ['ab'] });
  expectOutcomes('P like "a("', { '!': ['a'], '-': [5] });
});

test.each(['unlike', 'notlike', 'not like'])('%s passes whatever the search does not find', operator => {
  expectOutcomes(`P ${operator} "^x"`, { M: ['a', '', 5, null, [], true], '-': ['x', 'xyz'] });
});

test('named groups become variables', () => {
  const pattern = parsePattern(`Str(P like "^(?<Name>[a-z]+)(?'Nr'\\\\d+)$")`);
  expect(matchPattern(pattern, 'abc12', { now: NOW })).toEqual({
    outcome: 'match',
    bindings: { Name: 'abc', Nr: 12, P: 'abc12' },
  });
  expectOutcomes('{"a":Nr,"b":P like "(?<Nr>\\\\d+)"}', {
    M: [{ a: 12, b: 'x12' }],
    '-': [
      { a: 13, b: 'x12' },
      { a: '12', b: 'x12' },
    ],
  });
});
