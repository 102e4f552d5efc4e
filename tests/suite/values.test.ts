import { describe, expect, test } from 'vitest';
import { stepOf, stepsOf } from './support/read.ts';

const sent = (value: string): unknown => {
  const step = stepsOf(`- { id: a, call: Account/Info }\n- id: b\n  call: Account/Login\n  send: { x: ${value} }`)[1];
  return step?.verb === 'call' ? step.send.x : undefined;
};

const expected = (value: string): unknown => {
  const step = stepOf(`- id: a\n  call: Account/Login\n  expect: ${value}`);
  return step.verb === 'call' ? step.expect : undefined;
};

const equals = (value: unknown) => ({ kind: 'equals', template: { kind: 'literal', value } });

describe('a value to be sent', () => {
  test.each([
    ['5', { kind: 'literal', value: 5 }],
    ['"5"', { kind: 'literal', value: '5' }],
    ['1.5', { kind: 'literal', value: 1.5 }],
    ['null', { kind: 'literal', value: null }],
    ['yes', { kind: 'literal', value: 'yes' }],
    ['$$5', { kind: 'literal', value: '$5' }],
    ['$$$5', { kind: 'literal', value: '$$5' }],
    ["'it''s'", { kind: 'literal', value: "it's" }],
    ['"$a.jwt"', { kind: 'reference', root: 'a', path: ['jwt'], text: '$a.jwt' }],
    ['$a', { kind: 'reference', root: 'a', path: [], text: '$a' }],
    ['$a.Messages.0.id', { kind: 'reference', root: 'a', path: ['Messages', '0', 'id'], text: '$a.Messages.0.id' }],
    [
      '$payload.unicode-text',
      { kind: 'reference', root: 'payload', path: ['unicode-text'], text: '$payload.unicode-text' },
    ],
    ['$sent.a.seconds', { kind: 'reference', root: 'sent', path: ['a', 'seconds'], text: '$sent.a.seconds' }],
    ['$headers.a.date', { kind: 'reference', root: 'headers', path: ['a', 'date'], text: '$headers.a.date' }],
    ['$status.a', { kind: 'reference', root: 'status', path: ['a'], text: '$status.a' }],
    ['$target.domain', { kind: 'reference', root: 'target', path: ['domain'], text: '$target.domain' }],
    ['$run.seed', { kind: 'reference', root: 'run', path: ['seed'], text: '$run.seed' }],
    ['!missing', { kind: 'missing' }],
    ['!example', { kind: 'example' }],
    ['!text "5"', { kind: 'text', of: { kind: 'literal', value: '5' } }],
    ['!text $alice.jid', { kind: 'text', of: { kind: 'reference', root: 'alice', path: ['jid'], text: '$alice.jid' } }],
    [
      '!altered [alg-none, $a.jwt]',
      { kind: 'altered', way: 'alg-none', of: { kind: 'reference', root: 'a', path: ['jwt'], text: '$a.jwt' } },
    ],
    [
      '[1, { a: !missing }]',
      {
        kind: 'list',
        items: [
          { kind: 'literal', value: 1 },
          { kind: 'map', members: { a: { kind: 'missing' } } },
        ],
      },
    ],
  ])('%s', (text, template) => {
    expect(sent(text)).toEqual(template);
  });
});

describe('an expectation', () => {
  test.each([
    ['5', equals(5)],
    [
      '$alice.eMail',
      { kind: 'equals', template: { kind: 'reference', root: 'alice', path: ['eMail'], text: '$alice.eMail' } },
    ],
    [
      '!text $alice.eMail',
      {
        kind: 'equals',
        template: { kind: 'text', of: { kind: 'reference', root: 'alice', path: ['eMail'], text: '$alice.eMail' } },
      },
    ],
    ['!any', { kind: 'any' }],
    ['!present', { kind: 'present' }],
    ['!missing', { kind: 'missing' }],
    ['!empty', { kind: 'empty' }],
    ['!like "^a+$"', { kind: 'like', regex: '^a+$' }],
    ['!not 5', { kind: 'not', template: { kind: 'literal', value: 5 } }],
    ['!not "5"', { kind: 'not', template: { kind: 'literal', value: '5' } }],
    ['!not [1]', { kind: 'not', template: { kind: 'list', items: [{ kind: 'literal', value: 1 }] } }],
    [
      '!not $alice.jid',
      { kind: 'not', template: { kind: 'reference', root: 'alice', path: ['jid'], text: '$alice.jid' } },
    ],
    [
      '!one-of [a, 1]',
      {
        kind: 'one-of',
        templates: [
          { kind: 'literal', value: 'a' },
          { kind: 'literal', value: 1 },
        ],
      },
    ],
    ['!between [0, 1.5]', { kind: 'between', low: 0, high: 1.5 }],
    ['[1, !any]', { kind: 'list', items: [equals(1), { kind: 'any' }] }],
    ['{ a: { b: !empty } }', { kind: 'object', members: { a: { kind: 'object', members: { b: { kind: 'empty' } } } } }],
  ])('%s', (text, matcher) => {
    expect(expected(text)).toEqual(matcher);
  });
});
