import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { loadContract } from '../../src/contract/catalogue.ts';
import { OperatorError } from '../../src/model/operator-error.ts';
import { expand } from '../../src/run/expand.ts';
import { parseSuite } from '../../src/suite/index.ts';

const contract = loadContract();
const vocabulary = {
  endpoints: contract.endpoints.map(({ endpoint }) => endpoint),
  requirements: contract.requirements().map(({ id }) => id),
  checks: CHECKS.map(({ id }) => id),
  payloads: [],
};

const planned = (steps: string) =>
  expand(
    parseSuite(
      `suite: s\ntitle: T\nactors: [alice]\nsteps:\n${steps.trim().replace(/^/gm, '  ')}`,
      's.yaml',
      vocabulary,
    ).steps,
    contract,
    CHECKS,
  );
const ids = (steps: string): readonly string[] => planned(steps).map(({ id }) => id);

describe('one step becomes', () => {
  test('itself', () => {
    expect(ids('- { id: a, call: Account/Info }')).toEqual(['a']);
  });

  test('as many as its variants, named by them', () => {
    expect(
      ids(`
- id: a
  refuse: Account/Refresh
  each:
    seconds: [0, "", !missing, null, [1], { b: 1 }, $alice.name, !text "5", a text that is longer than twenty-four characters]
    with.token: [garbage]`),
    ).toEqual([
      'a[seconds=0]',
      'a[seconds=""]',
      'a[seconds=missing]',
      'a[seconds=null]',
      'a[seconds=list of 1]',
      'a[seconds={b}]',
      'a[seconds=$alice.name]',
      'a[seconds=text 5]',
      'a[seconds=a text that is longer th]',
      'a[with.token=garbage]',
    ]);
  });

  test('as many as are asked for', () => {
    expect(ids('- { id: a, call: Account/Info, times: 3 }')).toEqual(['a[1]', 'a[2]', 'a[3]']);
  });

  test('one for each selected endpoint and variant', () => {
    expect(
      ids(
        '- { id: a, refuse: "*", over: { only: [Account/Info, Account/Refresh] }, each: { with.token: [garbage, empty] } }',
      ),
    ).toEqual([
      'a[Account/Info with.token=garbage]',
      'a[Account/Info with.token=empty]',
      'a[Account/Refresh with.token=garbage]',
      'a[Account/Refresh with.token=empty]',
    ]);
  });

  test('a group of steps at the same time', () => {
    const [together] = planned('- { id: a, together: [{ id: b, call: Account/Info }, { id: c, wait: 1s }] }');
    expect([together?.id, together?.checks, together?.children.map(({ id }) => id)]).toEqual(['a', [], ['b', 'c']]);
  });
});

describe('the checks of a step', () => {
  const checksOf = (steps: string) => planned(steps)[0]?.checks ?? [];

  test('are those that stand after its verb, those it names and those its modifiers ask for', () => {
    const call = checksOf('- { id: a, call: Account/Info }');
    expect(call.slice(0, 3)).toEqual(['exchange-complete', 'request-schema', 'answer-status']);
    expect(call).not.toContain('refused');
    expect(checksOf('- { id: a, refuse: Account/Info }')).toContain('refused');
    expect(checksOf('- { id: a, call: Account/Info, expect: { userName: x } }')).toContain('expected');
    expect(checksOf('- { id: a, call: Account/Info, answers: { type: a/b } }')).toContain('answer-headers');
    expect(checksOf('- { id: a, call: Account/AuthenticateJwt, checks: [token-decoded] }')).toContain('token-decoded');
    expect(checksOf('- { id: a, receive: no-mail, for: alice }')).toContain('no-mail');
    expect(checksOf('- { id: a, wait: 1s }')).toEqual([]);
  });

  test('judge a token only where the endpoint issues one', () => {
    expect(checksOf('- { id: a, call: Account/Login }')).toContain('token-claims');
    expect(checksOf('- { id: a, call: Account/Info }')).not.toContain('token-claims');
  });
});

describe('failed credentials are counted before they are sent', () => {
  const counted = (step: string) => planned(step).map(({ failedCredentials }) => failedCredentials);

  test.each([
    ['- { id: a, refuse: Account/Login, as: alice, sign: { secret: wrong } }', [1]],
    ['- { id: a, refuse: Account/Login, as: alice, each: { sign.host: [x.example], seconds: [0] } }', [1, 0]],
    ['- { id: a, refuse: Account/Info, with: { token: alg-none } }', [1]],
    ['- { id: a, refuse: Account/Info, with: { token: garbage } }', [0]],
    ['- { id: a, refuse: Account/Info, with: { token: $alice.token } }', [1]],
    ['- { id: a, call: Account/Info, with: { token: $alice.token } }', [0]],
    ['- { id: a, refuse: Account/Login, spends: { failedCredentials: 2 } }', [2]],
  ])('%s', (step, expected) => {
    expect(counted(step)).toEqual(expected);
  });
});

test.each([
  ['- { id: a, refuse: "*", over: { group: Nowhere } }', /^s\.yaml:5:5: "over" of the step "a" selects no endpoint\.$/],
  [
    '- { id: a, call: Account/VerifyEMail, dialect: { code-type: { nubmer: {} } } }',
    /^s\.yaml:5:5: the step "a" asks Account\/VerifyEMail for the reading "nubmer", .* Did you mean "number"\?$/,
  ],
])("%s is the operator's mistake", (steps, message) => {
  expect(() => planned(steps)).toThrow(OperatorError);
  expect(() => planned(steps)).toThrow(message);
});
