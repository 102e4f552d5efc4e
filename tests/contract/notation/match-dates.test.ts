import { expect, test } from 'vitest';
import { matchPattern, parsePattern } from '../../../src/contract/notation/index.ts';
import { expectOutcomes, NOW } from './match-table.ts';

function read(type: string, value: unknown): string {
  const { outcome, bindings } = matchPattern(parsePattern(`${type}(X)`), value, { now: NOW });
  return bindings.X instanceof Date ? bindings.X.toISOString() : outcome;
}

test.each(['DateTime', 'DateTimeUtc', 'DateTimeLocal'])('%s takes integers, integer text and ISO forms', type => {
  expectOutcomes(`${type}(X)`, {
    M: [
      0,
      -1,
      1722594131,
      1722594131.5,
      2147483648,
      1722587531000,
      '0',
      '-1',
      ' 1722594131 ',
      '99999',
      '2024',
      '2024-08',
      '2024-8-2',
      '2024-08-02T',
      '2024-08-02T10',
      '2024-08-02T10:22',
      '2024-08-02T10:22:11',
      '2024-08-02T10:22:11Z',
      '2024-08-02T10:22:11z',
      '2024-02-29',
      '2024-08-02T10:22:11.5',
      '2024-08-02T10:22:11.123456Z',
      '2024-08-02T10:22:11+02:00',
      '2024-08-02T10:22:11-0200',
    ],
    '-': [
      '',
      ' ',
      'now',
      '2024-13',
      '2023-02-29',
      '2024-08-02 10:22:11',
      '2024-08-02t10:22:11',
      '2024-08-02T24:00:00',
      '2024-08-02T10:60',
      '2024-08-02T10:22:60',
      '2024/08/02',
      '02/08/2024',
      'Fri, 02 Aug 2024 10:22:11 GMT',
      '12.5',
      '1e3',
      '2024-08-02T10:22:11+x',
      true,
      false,
      null,
      undefined,
      [],
      [2024],
      {},
    ],
    '!': [-2147483649, 1e300, 3155378976000000000, '-2147483649', '2024-08-02T10:22:11.9996'],
  });
});

test('a date means what the engine takes it for', () => {
  expect({
    'Unix seconds': read('DateTime', 1722594131),
    'Unix seconds in text': read('DateTime', '1722594131'),
    'after 2038 the number is ticks': read('DateTime', 4102444800),
    'milliseconds are ticks': read('DateTime', 1722587531000),
    'four digits are a year': read('DateTime', '2024'),
    'more than three decimals are rounded': read('DateTime', '2024-08-02T10:22:11.12355Z'),
    'an offset is added, not subtracted': read('DateTime', '2024-08-02T10:22:11+02:00'),
    'an offset without a colon counts days': read('DateTime', '2024-08-02T10:22:11+0200'),
  }).toEqual({
    'Unix seconds': '2024-08-02T10:22:11.000Z',
    'Unix seconds in text': '2024-08-02T10:22:11.000Z',
    'after 2038 the number is ticks': '0001-01-01T00:06:50.244Z',
    'milliseconds are ticks': '0001-01-02T23:50:58.753Z',
    'four digits are a year': '2024-01-01T00:00:00.000Z',
    'more than three decimals are rounded': '2024-08-02T10:22:11.124Z',
    'an offset is added, not subtracted': '2024-08-02T12:22:11.000Z',
    'an offset without a colon counts days': '2025-02-18T10:22:11.000Z',
  });
});

test('DateTimeOffset wants a Z or an offset', () => {
  expectOutcomes('DateTimeOffset(X)', {
    M: [1722594131, '2024-08-02T10:22:11Z', '2024-08-02T10:22:11+02:00', '2024Z'],
    '-': ['2024', '1722594131', '2024-08-02T10:22:11', '', 'x', true, null, [], {}],
    '!': ['2024-08-02', '2024-08-02T10:22:11+15:00', -2147483649],
  });
});

test('ranges relative to Now compare moments', () => {
  const seconds = NOW.getTime() / 1000;
  expectOutcomes('Required(DateTime(P > Now))', {
    M: [seconds + 1, '2026-11-21T12:00:01Z', '2027'],
    '-': [seconds, seconds - 1, '2026-11-21T12:00:00Z', '2026', 4102444800, null, ''],
  });
  expectOutcomes('DateTime(Now <= P)', { M: [seconds], '-': [seconds - 1] });
  expectOutcomes('DateTime(Today <= P < Now)', { M: ['2026-11-21'], '-': [seconds, '2026-11-20'] });
  expectOutcomes('DateTime(P > 5)', { '!': [seconds], '-': ['x'] });
});
