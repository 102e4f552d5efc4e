import { describe, expect, test } from 'vitest';
import { parseSuite } from '../../src/suite/index.ts';
import { stepOf, stepsOf, VOCABULARY } from './support/read.ts';

const literal = (value: null | boolean | number | string) => ({ kind: 'literal', value });
const reference = (text: string) => {
  const [root, ...path] = text.slice(1).split('.');
  return { kind: 'reference', root, path, text };
};

/** What a call has that says nothing more than its endpoint. */
const CALL = {
  id: 'login',
  title: 'login',
  at: { file: 'sample.yaml', line: 5, column: 5 },
  proves: [],
  checks: [],
  verb: 'call',
  endpoint: 'Account/Login',
  as: null,
  send: {},
  sendWhole: null,
  sign: {},
  with: {},
  expect: null,
  answers: null,
  each: [],
  over: null,
  times: 1,
  within: null,
  dialect: {},
  spends: {},
};

describe('a suite', () => {
  test('has an id, a title, needs, actors and steps', () => {
    const text = [
      'suite: sample',
      'title: A sample',
      'needs: [api-key, mailbox]',
      'actors: { alice: verified, bob: new }',
      'provides: verified',
      'steps:',
      '  - { id: pause, wait: 250ms }',
    ].join('\n');
    expect(parseSuite(text, 'sample.yaml', VOCABULARY)).toEqual({
      id: 'sample',
      title: 'A sample',
      file: 'sample.yaml',
      needs: ['api-key', 'mailbox'],
      actors: { alice: 'verified', bob: 'new' },
      provides: 'verified',
      steps: [
        {
          id: 'pause',
          title: 'pause',
          at: { file: 'sample.yaml', line: 7, column: 5 },
          proves: [],
          checks: [],
          verb: 'wait',
          for: 250,
          until: null,
        },
      ],
    });
  });

  test('needs nobody and nothing when it says so of nothing', () => {
    const suite = parseSuite('suite: s\ntitle: T\nsteps: [{ id: a, wait: 1s }]', 's.yaml', VOCABULARY);
    expect([suite.needs, suite.actors, suite.provides]).toEqual([[], {}, null]);
  });
});

describe('a call', () => {
  test('may say nothing but its endpoint', () => {
    expect(stepOf('- { id: login, call: Account/Login }')).toEqual(CALL);
  });

  test('is read with every modifier', () => {
    expect(
      stepOf(`
- id: create
  title: alice creates an account
  call: Account/Create
  as: alice
  send: { seconds: 3600, userName: $alice.userName, tags: [a, 1, null, true], phoneNr: !missing }
  sign: { host: elsewhere.example, secret: wrong, order: [userName, host], nonce: $alice.name }
  with:
    method: PUT
    path: /Agent/Account/Create2
    headers: { Accept: text/xml, X-Twice: [a, b] }
    token: alg-none
    cookie: HttpSessionID=1
    encoding: form
    body: truncated-json
  each: { seconds: [0, 3601], with.token: [garbage, !missing], sign.order: [reversed] }
  times: 2
  within: 1.5s
  expect: { enabled: false }
  answers: { status: [200, 4xx], type: application/json, headers: { Allow: !present } }
  checks: [token-decoded]
  proves: CREATE-DISABLED
  spends: { accounts: 0, failedCredentials: 1 }`),
    ).toEqual({
      ...CALL,
      id: 'create',
      title: 'alice creates an account',
      endpoint: 'Account/Create',
      as: 'alice',
      send: {
        seconds: literal(3600),
        userName: reference('$alice.userName'),
        tags: { kind: 'list', items: [literal('a'), literal(1), literal(null), literal(true)] },
        phoneNr: { kind: 'missing' },
      },
      sign: {
        host: literal('elsewhere.example'),
        secret: literal('wrong'),
        order: ['userName', 'host'],
        nonce: reference('$alice.name'),
      },
      with: {
        method: 'PUT',
        path: literal('/Agent/Account/Create2'),
        headers: { Accept: literal('text/xml'), 'X-Twice': { kind: 'list', items: [literal('a'), literal('b')] } },
        token: literal('alg-none'),
        cookie: literal('HttpSessionID=1'),
        encoding: literal('form'),
        body: literal('truncated-json'),
      },
      each: [
        { path: 'seconds', values: [literal(0), literal(3601)] },
        { path: 'with.token', values: [literal('garbage'), { kind: 'missing' }] },
        { path: 'sign.order', values: [literal('reversed')] },
      ],
      times: 2,
      within: 1500,
      expect: { kind: 'object', members: { enabled: { kind: 'equals', template: literal(false) } } },
      answers: { statuses: [200, '4xx'], headers: { Allow: { kind: 'present' } }, type: 'application/json' },
      checks: ['token-decoded'],
      proves: ['CREATE-DISABLED'],
      spends: { accounts: 0, failedCredentials: 1 },
    });
  });

  test('sends one template as its whole body', () => {
    expect(stepOf('- { id: login, call: Account/Login, send: !example }')).toEqual({
      ...CALL,
      sendWhole: { kind: 'example' },
    });
    expect(stepsOf('- { id: a, call: Account/Info }\n- { id: login, call: Account/Login, send: $a }')[1]).toMatchObject(
      {
        send: {},
        sendWhole: reference('$a'),
      },
    );
  });

  test('goes over a selection of endpoints', () => {
    expect(
      stepOf(`
- id: without-token
  refuse: "*"
  over:
    auth: bearer
    method: POST
    body: json
    group: [Account, Xmpp]
    signed: false
    settled: authentication
    except: [Account/Info]
    only: [Account/Refresh]`),
    ).toMatchObject({
      verb: 'refuse',
      endpoint: '*',
      over: {
        auth: 'bearer',
        method: 'POST',
        body: 'json',
        group: ['Account', 'Xmpp'],
        signed: false,
        settled: 'authentication',
        except: ['Account/Info'],
        only: ['Account/Refresh'],
      },
    });
  });

  test('knows readings by what they answer and by what they send', () => {
    expect(
      stepOf(`
- id: login
  call: Account/Login
  dialect:
    code-type:
      number: { send: { code: 1 }, answers: { status: 200 } }
      text: { send: { code: !text $alice.name }, sign: { order: reversed }, with: { encoding: form } }
    shape:
      list: { expect: [!any] }`),
    ).toMatchObject({
      dialect: {
        'code-type': {
          number: {
            answers: { statuses: [200], headers: {}, type: null },
            expect: null,
            send: { code: literal(1) },
            sign: null,
            with: null,
          },
          text: {
            answers: null,
            expect: null,
            send: { code: { kind: 'text', of: reference('$alice.name') } },
            sign: { order: 'reversed' },
            with: { encoding: literal('form') },
          },
        },
        shape: {
          list: {
            answers: null,
            expect: { kind: 'list', items: [{ kind: 'any' }] },
            send: null,
            sign: null,
            with: null,
          },
        },
      },
    });
  });
});

test('receive waits for a mail, for a minute unless it says otherwise', () => {
  const head = { at: { file: 'sample.yaml', line: 5, column: 5 }, proves: [], checks: [], verb: 'receive' };
  expect(stepOf('- { id: code, receive: verification-code, for: alice, within: 2m, language: sv }')).toEqual({
    ...head,
    id: 'code',
    title: 'code',
    what: 'verification-code',
    for: 'alice',
    within: 120_000,
    language: 'sv',
  });
  expect(stepOf('- { id: none-more, receive: no-mail, for: bob }')).toEqual({
    ...head,
    id: 'none-more',
    title: 'none more',
    what: 'no-mail',
    for: 'bob',
    within: 60_000,
    language: null,
  });
});

test('wait waits for a time, or until a moment that the host named', () => {
  expect(stepOf('- { id: pause, wait: 1.5s }')).toMatchObject({ verb: 'wait', for: 1500, until: null });
  const [, until] = stepsOf(`
- { id: login, call: Account/Login }
- id: expiry
  wait:
  until: $login.expires`);
  expect(until).toMatchObject({ verb: 'wait', for: null, until: reference('$login.expires') });
});

test('together holds steps, and later ones know their values', () => {
  expect(
    stepsOf(`
- id: both
  together:
    - { id: a, call: Account/Info, as: alice }
    - { id: b, call: Account/Info, as: bob }
- { id: c, call: Account/Login, send: { seconds: $b.seconds } }`),
  ).toMatchObject([
    {
      verb: 'together',
      id: 'both',
      steps: [
        { id: 'a', as: 'alice' },
        { id: 'b', as: 'bob' },
      ],
    },
    { id: 'c', send: { seconds: reference('$b.seconds') } },
  ]);
});
