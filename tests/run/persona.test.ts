import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makePersona } from '../../src/run/persona.ts';

const options = (seed: number, runId: string) => ({
  seed,
  runId,
  passwordFor: (userName: string) => `secret of ${userName}`,
});

test('a person is the same for a seed, whoever else is made; the name is new in each run', () => {
  const first = makePersona('journey/alice', 'alice', options(42, 'aaaa1111'));
  makePersona('journey/bob', 'bob', options(42, 'aaaa1111'));
  const again = makePersona('journey/alice', 'alice', options(42, 'bbbb2222'));
  expect(again.fullName).toBe(first.fullName);
  expect(again.phoneNr).toBe(first.phoneNr);
  expect(again.userName).toBe(first.userName.replace('aaaa1111', 'bbbb2222'));
  expect(first.password).toBe(`secret of ${first.userName}`);
});

test('no two people of a run have one phone number', () => {
  const { phoneNr, userName } = makePersona('phone/gina', 'gina', options(42, 'aaaa1111'));
  const other = makePersona('phone/gina', 'gina', { ...options(42, 'aaaa1111'), taken: new Set([phoneNr]) });
  expect(other.phoneNr).toMatch(/^\+1\d{3}55501\d\d$/);
  expect(other.phoneNr).not.toBe(phoneNr);
  expect(other.userName).toBe(userName);
});

test('user names hold letters, digits and dots, and differ between places, seeds and runs', () => {
  const place = fc.stringMatching(/^[a-z]{1,8}\/[a-z]{1,8}$/);
  const seed = fc.integer({ min: 0, max: 2 ** 31 });
  fc.assert(
    fc.property(place, seed, (where, number) => {
      const { userName, phoneNr } = makePersona(where, 'alice', options(number, 'aaaa1111'));
      expect(userName).toMatch(/^[a-z]+\.[a-z]+\.[a-z0-9]+$/);
      expect(phoneNr).toMatch(/^\+1\d{3}55501\d\d$/);
    }),
  );
  const names = ['a/alice', 'a/bob', 'b/alice', 'b/bob'].flatMap(where =>
    [1, 2, 3].map(number => makePersona(where, 'x', options(number, 'aaaa1111')).userName),
  );
  expect(new Set(names).size).toBe(names.length);
});
