import { expect, test } from 'vitest';
import { matchPattern, parsePattern } from '../../../src/contract/notation/index.ts';
import { expectOutcomes, NOW } from './match-table.ts';

const LISTS_AND_OBJECTS = [[], [5], ['5'], [[]], {}, { a: 1 }];

function bound(text: string, value: unknown): unknown {
  const { outcome, bindings } = matchPattern(parsePattern(text), value, { now: NOW });
  expect(outcome).toBe('match');
  return bindings.X;
}

test('Str takes everything but what Required refuses', () => {
  expectOutcomes('Str(X)', { M: ['', 'a', ' ', 0, -1.5, 1e300, true, false, null, undefined, ...LISTS_AND_OBJECTS] });
  expectOutcomes('Required(Str(X))', { M: ['', 'a', 0, false, [], {}], '-': [null, undefined] });
  expectOutcomes('Str(Required(X))', { M: [''], '-': [null, undefined] });
});

test('Str writes other values as the engine does', () => {
  const texts = [5, 5.5, -0, 1e20, 1e-7, 123456789012345, true, false].map(value => bound('Str(X)', value));
  expect(texts).toEqual(['5', '5.5', '-0', '1E+20', '1E-07', '123456789012345', '1', '0']);
});

test('Int takes whole numbers, and every string', () => {
  expectOutcomes('Int(X)', {
    M: [5, 5.0, 1e3, -1, 0, -0, 1e300, '5', ' 5 ', '+5', '-5', '005', 'abc', '5.5', '', ' ', '1e3', '0x10', 'NaN'],
    '-': [5.5, 1e-7, true, false, null, undefined, ...LISTS_AND_OBJECTS],
  });
  expect(bound('Int(X)', ' +0012 ')).toBe(12);
  expect(bound('Int(X)', '9223372036854775808')).toBe(9223372036854775808n);
  expect(bound('Int(X)', '5.5')).toBe('5.5');
  expect(bound('Int(X)', '٥')).toBe('٥');
});

test.each(['Double', 'Num'])('%s takes numbers and what reads as one', type => {
  expectOutcomes(`${type}(X)`, {
    M: [0, -1.5, 1e300, '1', ' 1.5 ', '1e3', '-1E-3', '.5', '5.', '+5', 'NaN', '-Infinity', '1,234.5'],
    '-': ['', ' ', 'abc', '1.5.2', '1e', '.', '0x10', '1 2', '5 %', true, false, null, undefined, ...LISTS_AND_OBJECTS],
  });
  expect(bound(`${type}(X)`, '-1E-3')).toBe(-0.001);
});

test('Bool takes any number and the lower-case words', () => {
  expectOutcomes('Bool(X)', {
    M: [true, false, 0, 1, -1, 0.5, '', '1', '0', 'true', 'false', 'yes', 'no', 'on', 'off'],
    '-': ['True', 'TRUE', 'Yes', ' true', 'true ', '2', 'y', 't', '-1', null, undefined, ...LISTS_AND_OBJECTS],
  });
  expect([0, 2, '', 'on', 'off'].map(value => bound('Bool(X)', value))).toEqual([false, true, false, true, false]);
});

test('Guid takes the five forms of .NET', () => {
  const hex = '6f9619ff8b86d011b42d00cf4fc964ff';
  const dashed = '6F9619FF-8B86-D011-B42D-00CF4FC964FF';
  expectOutcomes('Guid(X)', {
    M: [
      hex,
      dashed,
      `{${dashed}}`,
      `(${dashed})`,
      ` ${dashed} `,
      '{0x6f9619ff,0x8b86,0xd011,{0xb4,0x2d,0x00,0xcf,0x4f,0xc9,0x64,0xff}}',
    ],
    '-': [hex.slice(1), `{${dashed}`, `{${dashed})`, `{${hex}}`, dashed.replace('F', 'G'), '', 5, true, null, [], {}],
  });
});

test('Uri takes nearly any text', () => {
  expectOutcomes('Uri(X)', {
    M: [
      'https://example.com/a?b#c',
      'not a url',
      '',
      '/path',
      'urn:x:y',
      'https://user@[::1]:8080/',
      'mailto:a@b.c',
      'http:',
    ],
    '-': ['http://', 'http:///path', 'https://a b/', 'http://example.com:99999/', 5, true, null, [], {}],
  });
});

test('Duration takes ISO 8601 without weeks, even with nothing in it', () => {
  expectOutcomes('Duration(X)', {
    M: ['P', 'PT', '-P1Y', 'P1Y2M3DT4H5M6.7S', 'PT5.S', 'PT0S', 'P2147483647D'],
    '-': ['', 'p1d', 'P1W', 'P1H', 'P-1D', ' P1D', '+P1D', 'PT1.5M', '01:00:00', 3600, true, null, [], {}],
    '!': ['P2147483648D'],
  });
});

test('TimeSpan takes ticks, days and clock forms', () => {
  expectOutcomes('TimeSpan(X)', {
    M: [
      0,
      36e9,
      1.5,
      '3600',
      '-1',
      '01:00',
      '1:2',
      '23:59:59.9999999',
      '1.02:03:04',
      '1:02:03:04',
      ' -01:00:00 ',
      '99999999',
    ],
    '-': ['', 'an hour', 'PT1H', '24:00:00', '01:60', '1.5', '01:00:00Z', true, null, [], {}],
  });
  expect(bound('TimeSpan(X)', '01:00:00')).toBe(3_600_000);
  expect(bound('TimeSpan(X)', 10_000)).toBe(1);
});

test('Xml takes one well-formed element in text', () => {
  expectOutcomes('Xml(X)', {
    M: [
      '<a/>',
      '<a b="1">x<!-- c --><c/>&lt;</a>',
      '<?xml version="1.0"?>\n<a/>',
      ' <a/> ',
      '<a><![CDATA[<]]></a>',
      "<p:a xmlns:p='u'/>",
    ],
    '-': [
      '',
      'text',
      '<a>',
      '<a/><b/>',
      '<a></b>',
      '<a b=1/>',
      '<a b="1" b="2"/>',
      '<a>&x;</a>',
      'x<a/>',
      '</a>',
      5,
      null,
      [],
      { __name: 'a' },
    ],
  });
});

test('names of types are read without regard to case', () => {
  for (const text of [
    'STR(X)',
    'string(X)',
    'datetime(X)',
    'Datetime(X)',
    'INTEGER(X)',
    'bool(X)',
    'number(X)',
    'dbl(X)',
  ]) {
    expect(parsePattern(text).kind, text).toBe('type');
  }
});
