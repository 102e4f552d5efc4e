import { expect, test } from 'vitest';
import { loadValidators } from '../../src/contract/validators.ts';

const validators = loadValidators();

test('a request is judged by the closed schema, one error for each thing that is wrong', () => {
  expect(validators.request('Account/Login', { userName: 'alice', nonce: 7, seconds: 3601, extra: 1 })).toEqual([
    { pointer: '/signature', keyword: 'required', message: 'must have the member signature', expected: 'present' },
    {
      pointer: '/extra',
      keyword: 'additionalProperties',
      message: 'must not have the undocumented member extra',
      expected: 'absent',
    },
    { pointer: '/nonce', keyword: 'type', message: 'must be string', expected: 'string' },
    { pointer: '/seconds', keyword: 'maximum', message: 'must be <= 3600', expected: '<= 3600' },
  ]);
});

test('an answer is judged by the open schema; extra members are only listed', () => {
  const answer = { jwt: 'a.b.c', expires: 1_772_446_500, extra: { a: 1 } };
  expect(validators.answer('Account/Login', answer)).toEqual([]);
  expect(validators.undocumented('Account/Login', answer)).toEqual(['/extra']);
});

test('of alternatives only what is wrong with the meant one is told', () => {
  const expires = (value: unknown) => validators.answer('Account/Login', { jwt: 'a.b.c', expires: value });
  expect(expires('2026-03-02T10:15:00Z')).toEqual([]);
  expect(expires(true)).toEqual([
    { pointer: '/expires', keyword: 'type', message: 'must be integer or string', expected: 'integer or string' },
  ]);
  expect(expires('soon')).toEqual([
    { pointer: '/expires', keyword: 'format', message: 'must be written as date-time', expected: 'date-time' },
  ]);
});

test('a list is read where it is absent, null, one object or several, and its elements are judged', () => {
  const message = { from: 'a@b', to: 'b@b', type: 'chat', timestamp: 1_772_443_020, Content: [{ __name: 'body' }] };
  const judge = (body: unknown) => validators.answer('Xmpp/PopMessages', body);
  for (const body of [
    {},
    { Messages: null },
    { Messages: message },
    { Messages: [] },
    { Messages: [message, message] },
  ])
    expect(judge(body)).toEqual([]);
  const { from: _from, ...anonymous } = message;
  const error = { keyword: 'required', message: 'must have the member from', expected: 'present' };
  expect(judge({ Messages: [message, anonymous] })).toEqual([{ pointer: '/Messages/1/from', ...error }]);
  expect(judge({ Messages: anonymous })).toEqual([{ pointer: '/Messages/from', ...error }]);
  expect(validators.undocumented('Xmpp/PopMessages', { Messages: [message, { ...message, 'a/b~': 1 }] })).toEqual([
    '/Messages/1/a~1b~0',
  ]);
});

test('an answer without members may be missing, null or an object, and nothing else', () => {
  const judge = (body: unknown) => validators.answer('Account/Logout', body)?.map(error => error.keyword);
  expect([undefined, null, {}, { extra: 1 }, 'gone', []].map(judge)).toEqual([[], [], [], [], ['type'], ['type']]);
});

test('where there is no body, or sources are silent, or no such endpoint, there is no judgement', () => {
  expect(validators.request('Account/DomainInfo', {})).toBeNull();
  expect(validators.answer('Storage/GetContent', 'bytes')).toBeNull();
  expect(validators.answer('Storage/DeleteFromVault', {})).toBeNull();
  expect(validators.answer('Account/Nowhere', {})).toBeNull();
  expect(validators.answer('Nowhere', {})).toBeNull();
  expect(validators.undocumented('Account/Nowhere', { a: 1 })).toEqual([]);
});
