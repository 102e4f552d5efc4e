import { describe, expect, test } from 'vitest';
import type { Judgement } from '../../src/model/finding.ts';
import { findingOf } from '../../src/run/finding.ts';
import { fingerprint } from '../../src/run/fingerprint.ts';

const PLACE = { suite: 'journey', step: 'pop', endpoint: 'Xmpp/PopMessages', exchange: 'journey/pop' };
const found = (judgement: Partial<Judgement>, level: 'must' | 'should' | 'may' = 'must', index = 0) =>
  findingOf({ message: 'It is wrong.', ...judgement }, 'answer-schema', 'ANSWER-SCHEMA', level, PLACE, index);

describe('what a judgement means', () => {
  test.each([
    [undefined, 'must', 'fail', 'host'],
    [undefined, 'should', 'warn', 'host'],
    [undefined, 'may', 'pass', null],
    ['note', 'must', 'pass', null],
    ['warn', 'must', 'warn', 'host'],
    ['warn', 'may', 'pass', null],
    ['could-not-test', 'may', 'could-not-test', 'host'],
    ['suite-error', 'may', 'suite-error', 'suite'],
    ['not-applicable', 'must', 'not-applicable', null],
  ] as const)('%s at a %s is %s for %s', (as, level, outcome, blame) => {
    const { outcome: said, blame: blamed } = found(as === undefined ? {} : { as }, level);
    expect([said, blamed]).toEqual([outcome, blame]);
  });

  test('keeps whom the check blames', () => {
    expect(found({ as: 'note', blame: 'contract' }).blame).toBe('contract');
    expect(found({ as: 'could-not-test', blame: 'network' }).blame).toBe('network');
  });
});

test('a finding is the judgement at its place', () => {
  expect(found({ pointer: '/Messages/3/from', expected: 'text', actual: 5 }, 'must', 1)).toEqual({
    id: 'journey/pop/answer-schema/2',
    fingerprint: '06cdb86499d68e18',
    check: 'answer-schema',
    requirement: 'ANSWER-SCHEMA',
    outcome: 'fail',
    blame: 'host',
    message: 'It is wrong.',
    expected: 'text',
    actual: 5,
    pointer: '/Messages/3/from',
    exchange: 'journey/pop',
  });
  expect(found({ exchange: 'journey/send' }).exchange).toBe('journey/send');
});

describe('a fingerprint', () => {
  // printf 'answer-schema\nANSWER-SCHEMA\njourney/pop\n/Messages/*/from\nnumber' | sha256sum
  test('is what sha256sum gives for check, requirement, place, pointer and kind, a line each', () => {
    const parts = { check: 'answer-schema', requirement: 'ANSWER-SCHEMA', place: 'journey/pop', kind: 'number' };
    expect(fingerprint({ ...parts, pointer: '/Messages/3/from' })).toBe('06cdb86499d68e18');
    expect(fingerprint({ ...parts, pointer: '/Messages/12/from' })).toBe('06cdb86499d68e18');
    expect(
      fingerprint({ check: 'refused', requirement: null, place: 'journey/logout', pointer: null, kind: '200' }),
    ).toBe('a6a4c58d1df1ee11');
  });

  test('stays where only the value moves, and changes with the kind of deviation', () => {
    const of = (actual: Judgement['actual']) => found(actual === undefined ? {} : { actual }).fingerprint;
    expect(of('a')).toBe(of('b'));
    expect(of(5)).toBe(of(6));
    expect(new Set([of('a'), of(5), of(null), of(true), of([1]), of(500), of(404)]).size).toBe(7);
  });
});
