import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BLAMES } from '../../src/model/blame.ts';
import { isWorse, OUTCOMES, type Outcome, worst } from '../../src/model/outcome.ts';
import { exitCodeOf } from '../../src/run/exit-code.ts';
import { finding } from './support/findings.ts';

const plain = { strict: false, finished: true };

describe('the exit code of one finding', () => {
  test.each([
    ['suite-error', 'suite', 4, 4],
    ['fail', 'host', 1, 1],
    ['could-not-test', 'configuration', 2, 2],
    ['could-not-test', 'network', 3, 3],
    ['could-not-test', 'mailbox', 3, 3],
    ['warn', 'host', 0, 1],
    ['flaky', 'host', 0, 1],
    ['waived', 'host', 0, 0],
    ['pass', null, 0, 0],
    ['not-applicable', null, 0, 0],
    ['disabled', null, 0, 0],
  ] as const)('%s for %s is %i, with --strict %i', (outcome, blame, code, strict) => {
    expect(exitCodeOf([finding({ outcome, blame })], plain)).toBe(code);
    expect(exitCodeOf([finding({ outcome, blame })], { strict: true, finished: true })).toBe(strict);
  });
});

test('nothing found is releasable when the run has finished, and incomplete when it has not', () => {
  expect(exitCodeOf([], plain)).toBe(0);
  expect(exitCodeOf([], { strict: false, finished: false })).toBe(3);
});

test('where several hold it is 4, then 1, 2, 3, whatever their order', () => {
  const one = fc.record({ outcome: fc.constantFrom(...OUTCOMES), blame: fc.constantFrom(...BLAMES) });
  const rank = [4, 1, 2, 3, 0];
  fc.assert(
    fc.property(fc.array(one), fc.boolean(), fc.boolean(), (given, strict, finished) => {
      const findings = given.map(part => finding(part));
      const single = findings.map(part => exitCodeOf([part], { strict, finished: true }));
      const expected = rank.find(code => [...single, finished ? 0 : 3].includes(code)) ?? 0;
      expect(exitCodeOf(findings, { strict, finished })).toBe(expected);
    }),
  );
});

describe('the worst outcome', () => {
  const outcomes = fc.array(fc.constantFrom<Outcome>(...OUTCOMES));

  test('is the first of the list that occurs, and disabled when none does', () => {
    fc.assert(
      fc.property(outcomes, given => {
        expect(worst(given)).toBe(OUTCOMES.find(outcome => given.includes(outcome)) ?? 'disabled');
      }),
    );
  });

  test('is the same however the parts are grouped', () => {
    fc.assert(
      fc.property(outcomes, outcomes, (a, b) => {
        expect(worst([worst(a), worst(b)])).toBe(worst([...b, ...a]));
      }),
    );
  });

  test('is worse than every other one', () => {
    expect(OUTCOMES.map(outcome => OUTCOMES.filter(other => isWorse(outcome, other)).length)).toEqual(
      OUTCOMES.map((_, index) => OUTCOMES.length - 1 - index),
    );
  });
});
