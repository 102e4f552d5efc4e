import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/json.ts';
import { resolve, Unresolved } from '../../src/run/resolve.ts';
import type { Template } from '../../src/suite/index.ts';

const KNOWN: Readonly<Record<string, Json>> = {
  login: { jwt: 'a.b.c', seconds: 0, empty: null, Messages: [{ id: 'one' }, { id: 'two' }] },
  code: '012345',
};
const values = (root: string): Json | undefined => (Object.hasOwn(KNOWN, root) ? KNOWN[root] : undefined);

const reference = (text: string): Template => {
  const [root = '', ...path] = text.slice(1).split('.');
  return { kind: 'reference', root, path, text };
};
const of = (template: Template, example?: Json) => resolve(template, values, example);

describe('a template gives', () => {
  const cases: readonly (readonly [string, Template, Json | undefined])[] = [
    ['what it says', { kind: 'literal', value: 5 }, 5],
    ['a member of an answer', reference('$login.jwt'), 'a.b.c'],
    ['a member that is 0', reference('$login.seconds'), 0],
    ['an item of a list', reference('$login.Messages.1.id'), 'two'],
    ['a whole answer', reference('$code'), '012345'],
    ['text of a number', { kind: 'text', of: reference('$login.seconds') }, '0'],
    ['nothing for missing', { kind: 'missing' }, undefined],
    ['text of nothing is nothing', { kind: 'text', of: { kind: 'missing' } }, undefined],
    [
      'a list in which missing is null',
      { kind: 'list', items: [{ kind: 'missing' }, { kind: 'literal', value: 1 }] },
      [null, 1],
    ],
    [
      'a map without what is missing',
      { kind: 'map', members: { a: { kind: 'missing' }, b: reference('$code') } },
      { b: '012345' },
    ],
  ];
  test.each(cases)('%s', (_, template, expected) => {
    expect(of(template)).toEqual(expected);
  });

  test('the example of the endpoint', () => {
    expect(of({ kind: 'example' }, { seconds: 60 })).toEqual({ seconds: 60 });
    expect(of({ kind: 'example' })).toBeUndefined();
  });
});

test.each([
  '$nobody.jwt',
  '$login.nothing',
  '$login.empty',
  '$login.Messages.7.id',
  '$login.constructor',
  '$code.length',
])('%s has no value, and the step that owes it is named', text => {
  expect(() => of(reference(text))).toThrow(new Unresolved(text, text.slice(1).split('.')[0] ?? ''));
});
