import { describe, expect, test } from 'vitest';
import { parseProfiles, parseSuite } from '../../src/suite/index.ts';
import { parsePayloads } from '../../src/suite/payloads.ts';
import { complaint, stepsOf, VOCABULARY } from './support/read.ts';

const ofSuite = (text: string) => complaint(() => parseSuite(text, 'sample.yaml', VOCABULARY));
const ofSteps = (text: string) => complaint(() => stepsOf(text));

describe('a file that is no suite', () => {
  test.each([
    ['', 'sample.yaml:1:1: the YAML does not parse: The file is empty.'],
    ['# nothing', 'sample.yaml:1:1: the YAML does not parse: The file is empty.'],
    [
      'suite: a\n  title: b',
      'sample.yaml:1:8: the YAML does not parse: Nested mappings are not allowed in compact mappings.',
    ],
    [
      'suite: [a',
      'sample.yaml:1:10: the YAML does not parse: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
    ['suite: "a', 'sample.yaml:1:10: the YAML does not parse: Missing closing "quote.'],
    ['suite: a\nsuite: b', 'sample.yaml:2:1: the YAML does not parse: Map keys must be unique.'],
    ['- a', 'sample.yaml:1:1: a suite is a list; expected a map.'],
    ['suite: a', 'sample.yaml:1:1: the suite has no "steps".'],
    ['steps: [{ id: a, wait: 1s }]\ntitle: T', 'sample.yaml:1:1: the suite has no "suite".'],
    ['suite: A b\nsteps: []', 'sample.yaml:1:8: the suite\'s name "A b" is not in kebab-case.'],
    ['suite: a\ntitle: T\nsteps: []', 'sample.yaml:3:8: steps is an empty list.'],
    ['suite: a\ntitle: T\nsteps:', 'sample.yaml:3:1: steps is nothing; expected a list.'],
    ['suite: a\nsteps: [{ id: a, wait: 1s }]', 'sample.yaml:1:1: the suite has no "title".'],
    ['suite: a\ntitle: 5\nsteps: [{ id: a, wait: 1s }]', 'sample.yaml:2:8: title is "5"; expected text.'],
    ['suite: a\ntilte: T\nsteps: []', 'sample.yaml:2:1: a suite has no member "tilte". Did you mean "title"?'],
    [
      'suite: a\ntitle: T\nneeds: [api-kay]\nsteps: [{ id: a, wait: 1s }]',
      'sample.yaml:3:9: a need is "api-kay". Did you mean "api-key"?',
    ],
    [
      'suite: a\ntitle: T\nactors: [alice, alice]\nsteps: [{ id: a, wait: 1s }]',
      'sample.yaml:3:17: the actor "alice" is listed twice.',
    ],
    [
      'suite: a\ntitle: T\nactors: [Alice]\nsteps: [{ id: a, wait: 1s }]',
      'sample.yaml:3:10: "Alice" cannot be an actor\'s name.',
    ],
    [
      'suite: a\ntitle: T\nactors: [run]\nsteps: [{ id: a, wait: 1s }]',
      'sample.yaml:3:10: "run" cannot be an actor\'s name.',
    ],
    [
      'suite: a\ntitle: T\nactors: { alice: old }\nsteps: [{ id: a, wait: 1s }]',
      'sample.yaml:3:18: the account of an actor is "old".',
    ],
    ['suite: a\ntitle: T\nprovides: acounts\nsteps: [{ id: a, wait: 1s }]', 'sample.yaml:3:11: provides is "acounts".'],
    [
      'suite: &x a\ntitle: *x\nsteps: [{ id: a, wait: 1s }]',
      'sample.yaml:2:8: title is an alias; expected a single value.',
    ],
    ['[a]: b', 'sample.yaml:1:1: a name in a suite is a list; expected a word.'],
  ])('%j', (text, message) => {
    expect(ofSuite(text)[0]).toBe(message);
  });
});

describe('a step with a mistake', () => {
  test.each([
    ['- { call: Account/Login }', 'sample.yaml:5:5: the step has no id.'],
    ['- { id: Log in, call: Account/Login }', 'sample.yaml:5:11: the id "Log in" is not in kebab-case.'],
    ['- { id: a }', 'sample.yaml:5:5: a step has no verb; expected one.'],
    [
      '- { id: a, call: Account/Login, wait: 1s }',
      'sample.yaml:5:5: a step has the verbs call and wait; expected one.',
    ],
    ['- { id: a, cal: Account/Login }', 'sample.yaml:5:14: a step has no member "cal". Did you mean "call"?'],
    [
      '- { id: a, call: Acount/Login }',
      'sample.yaml:5:20: the endpoint of call is "Acount/Login". Did you mean "Account/Login"?',
    ],
    [
      '- { id: a, call: Account/Login, fro: alice }',
      'sample.yaml:5:35: a step has no member "fro". Did you mean "for"?',
    ],
    ['- { id: a, call: Account/Login, for: alice }', 'sample.yaml:5:35: "for" does not go with "call".'],
    ['- { id: a, wait: 1s, for: alice }', 'sample.yaml:5:24: "for" does not go with "wait".'],
    ['- { id: a, call: Account/Login, as: alcie }', 'sample.yaml:5:39: as is "alcie". Did you mean "alice"?'],
    ['- { id: a, call: Account/Login, times: 0 }', 'sample.yaml:5:42: times is "0"; expected a whole number.'],
    ['- { id: a, call: Account/Login, within: 60 }', 'sample.yaml:5:43: within is "60"; expected a duration.'],
    [
      '- { id: a, call: Account/Login, proves: [LOGIN-TOKN] }',
      'sample.yaml:5:44: a requirement in proves is "LOGIN-TOKN". Did you mean "LOGIN-TOKEN"?',
    ],
    [
      '- { id: a, call: Account/Login, checks: [token-decode] }',
      'sample.yaml:5:44: a check is "token-decode". Did you mean "token-decoded"?',
    ],
    ['- { id: a, call: "*" }', 'sample.yaml:5:20: the endpoint of call is "*".'],
    [
      '- { id: a, call: Account/Login, over: { auth: none } }',
      'sample.yaml:5:20: with "over" the endpoint is "Account/Login"; expected "*".',
    ],
    [
      '- { id: a, call: "*", over: { auht: none } }',
      'sample.yaml:5:33: over has no member "auht". Did you mean "auth"?',
    ],
    [
      '- { id: a, call: "*", over: { except: [Account/Logn] } }',
      'sample.yaml:5:42: an endpoint in except is "Account/Logn". Did you mean "Account/Login"?',
    ],
    [
      '- { id: a, call: Account/Login, answers: { status: 42 } }',
      'sample.yaml:5:54: the status is "42"; expected 100 to 599 or a class.',
    ],
    [
      '- { id: a, call: Account/Login, answers: { stauts: 200 } }',
      'sample.yaml:5:46: answers has no member "stauts". Did you mean "status"?',
    ],
    [
      '- { id: a, call: Account/Login, sign: { hsot: x } }',
      'sample.yaml:5:43: sign has no member "hsot". Did you mean "host"?',
    ],
    ['- { id: a, call: Account/Login, sign: { order: backwards } }', 'sample.yaml:5:50: order is "backwards".'],
    [
      '- { id: a, call: Account/Login, with: { tokne: x } }',
      'sample.yaml:5:43: with has no member "tokne". Did you mean "token"?',
    ],
    [
      '- { id: a, call: Account/Login, with: { token: alg-non } }',
      'sample.yaml:5:50: token is "alg-non". Did you mean "alg-none"?',
    ],
    [
      '- { id: a, call: Account/Login, with: { encoding: jsno } }',
      'sample.yaml:5:53: encoding is "jsno". Did you mean "json"?',
    ],
    ['- { id: a, call: Account/Login, each: {} }', 'sample.yaml:5:41: "each" names no member.'],
    [
      '- { id: a, call: Account/Login, each: { seconds: [] } }',
      'sample.yaml:5:52: the variants of seconds is an empty list.',
    ],
    [
      '- { id: a, call: Account/Login, each: { with.tokn: [garbage] } }',
      'sample.yaml:5:43: what "each" varies of "with" is "tokn". Did you mean "token"?',
    ],
    [
      '- { id: a, call: Account/Login, each: { with.token: [garbge] } }',
      'sample.yaml:5:56: token is "garbge". Did you mean "garbage"?',
    ],
    [
      '- { id: a, call: Account/Login, each: { with.headers: [x] } }',
      'sample.yaml:5:43: what "each" varies of "with" is "headers".',
    ],
    [
      '- { id: a, call: Account/Login, dialect: { q: { r: { sned: {} } } } }',
      'sample.yaml:5:56: a reading has no member "sned". Did you mean "send"?',
    ],
    ['- { id: a, call: Account/Login, spends: { failed: 1 } }', 'sample.yaml:5:45: spends has no member "failed".'],
    ['- { id: a, receive: verification-code }', 'sample.yaml:5:14: receive does not say for whom.'],
    [
      '- { id: a, receive: verifcation-code, for: alice }',
      'sample.yaml:5:23: what is received is "verifcation-code". Did you mean "verification-code"?',
    ],
    ['- { id: a, wait: soon }', 'sample.yaml:5:20: wait is "soon"; expected a duration.'],
    ['- { id: a, wait: 1s, until: $run.seed }', 'sample.yaml:5:20: "wait" has a duration and an "until".'],
    ['- { id: a, together: [] }', 'sample.yaml:5:24: together is an empty list.'],
    ['- { id: a, wait: 1s }\n- { id: a, wait: 1s }', 'sample.yaml:6:11: there are two steps with the id "a".'],
    ['- { id: sent, wait: 1s }', 'sample.yaml:5:11: "sent" is reserved and cannot be a step\'s id.'],
    ['- { id: alice, wait: 1s }', 'sample.yaml:5:11: "alice" is an actor and cannot be a step\'s id.'],
    ['- { id: a, together: [{ id: a, wait: 1s }] }', 'sample.yaml:5:31: there are two steps with the id "a".'],
  ])('%s', (steps, message) => {
    expect(ofSteps(steps)[0]).toBe(message);
  });
});

describe('a reference with a mistake', () => {
  const within = (value: string, before = '') =>
    ofSteps(`${before}- id: b\n  call: Account/Login\n  send: { x: ${value} }\n- { id: later, call: Account/Info }`)[0];

  test.each([
    ['$late.jwt', 'sample.yaml:7:16: the reference "$late" names no actor and no earlier step.'],
    ['$later.jwt', 'sample.yaml:7:16: the reference "$later" is to a step that has no value yet.'],
    ['$b.jwt', 'sample.yaml:7:16: the reference "$b" is to a step that has no value yet.'],
    ['$bobb.jid', 'sample.yaml:7:16: the reference "$bobb" names no actor and no earlier step. Did you mean "bob"?'],
    ['$alice.emial', 'sample.yaml:7:16: "$alice" has no "emial". Did you mean "eMail"?'],
    ['$alice', 'sample.yaml:7:16: "$alice" names no value by itself.'],
    ['$payload.unicode', 'sample.yaml:7:16: "$payload" has no "unicode".'],
    ['$target.hots', 'sample.yaml:7:16: "$target" has no "hots". Did you mean "host"?'],
    ['$run', 'sample.yaml:7:16: "$run" names no value by itself.'],
    ['$status.later', 'sample.yaml:7:16: "later", of which "$status" is asked, is to a step that has no value yet.'],
    [
      '$status.nothing',
      'sample.yaml:7:16: "nothing", of which "$status" is asked, names no actor and no earlier step.',
    ],
    ['$', 'sample.yaml:7:16: "$" is no reference.'],
    ['$a..b', 'sample.yaml:7:16: "$a..b" is no reference.'],
    ['!presnt', 'sample.yaml:7:16: the tag !presnt has no meaning in a value that is sent.'],
    ['!missng', 'sample.yaml:7:16: the tag !missng has no meaning in a value that is sent. Did you mean "!missing"?'],
    ['!missing 5', 'sample.yaml:7:16: !missing takes no value.'],
    ['!text 5', 'sample.yaml:7:16: the value of !text is "5"; expected text.'],
    ['!altered alg-none', 'sample.yaml:7:16: !altered is "alg-none"; expected a list.'],
    ['!altered [alg-none]', 'sample.yaml:7:16: !altered takes a way and a value.'],
    ['!altered [alg-non, x]', 'sample.yaml:7:26: the way of !altered is "alg-non". Did you mean "alg-none"?'],
    ['.inf', 'sample.yaml:7:16: "Infinity" is a value that JSON cannot carry.'],
  ])('%s', (value, message) => {
    expect(within(value)).toBe(message);
  });

  test('a step that waits gives no value, and steps at the same time know nothing of each other', () => {
    expect(ofSteps('- { id: a, wait: 1s }\n- { id: b, call: Account/Login, send: { x: $a.y } }')[0]).toBe(
      'sample.yaml:6:46: the reference "$a" is to a step that has no value yet.',
    );
    expect(
      ofSteps(`
- id: both
  together:
    - { id: a, call: Account/Info }
    - { id: b, call: Account/Login, send: { x: $a.y } }`)[0],
    ).toBe('sample.yaml:8:50: the reference "$a" is to a step that has no value yet.');
  });

  test('a suite without actors has nobody to act', () => {
    expect(
      complaint(() =>
        parseSuite('suite: s\ntitle: T\nsteps: [{ id: a, call: Account/Info, as: alice }]', 's.yaml', VOCABULARY),
      ),
    ).toEqual(['s.yaml:3:42: the suite has no actors.', 'List them at its head: "actors: [alice]".']);
  });
});

describe('an expectation with a mistake', () => {
  test.each([
    [
      '!like "(["',
      'sample.yaml:7:13: "([" is no regular expression: Invalid regular expression: /([/u: Unterminated character class.',
    ],
    ['!like 5', 'sample.yaml:7:13: the pattern of !like is "5"; expected text.'],
    ['!between [2, 1]', 'sample.yaml:7:13: !between takes two numbers, the lower first.'],
    ['!between [1]', 'sample.yaml:7:13: !between takes two numbers, the lower first.'],
    ['!between [a, b]', 'sample.yaml:7:13: !between takes two numbers, the lower first.'],
    ['!one-of a', 'sample.yaml:7:13: !one-of is "a"; expected a list.'],
    ['!presnt', 'sample.yaml:7:13: the tag !presnt has no meaning in an expectation. Did you mean "!present"?'],
    ['!example', 'sample.yaml:7:13: the tag !example has no meaning in an expectation.'],
    ['!any 5', 'sample.yaml:7:13: !any takes no value.'],
  ])('%s', (value, message) => {
    expect(ofSteps(`- id: b\n  call: Account/Login\n  expect: ${value}`)[0]).toBe(message);
  });
});

test('what to do about it is the next sentence', () => {
  expect([
    ofSteps('- { id: a, call: Account/Login, with: { token: alg-non } }')[1].startsWith('Known: garbage, empty, '),
    ofSteps('- { id: a, wait: 1s, until: $run.seed }')[1],
    ofSteps('- { id: b, call: Account/Login, send: { x: $later.y } }\n- { id: later, call: Account/Info }')[1],
    ofSuite('suite: [a')[1],
  ]).toEqual([
    true,
    'Keep one of them; before "until", write "wait:" alone.',
    'Move the step "later" before this one; only "call", "refuse" and "receive" give values.',
    'Correct the indentation or the quotes there.',
  ]);
});

describe('profiles', () => {
  const read = (text: string) => parseProfiles(text, 'profiles.yaml');

  test('hold the suites of those that they include', () => {
    expect(
      read(`
observe: { title: looks, suites: [domain], accounts: 0 }
smoke: { title: tries, includes: observe, suites: [journey], accounts: 2 }`),
    ).toEqual([
      { id: 'observe', title: 'looks', suites: ['domain'], accounts: 0 },
      { id: 'smoke', title: 'tries', suites: ['domain', 'journey'], accounts: 2 },
    ]);
  });

  test.each([
    ['a: { title: T, suites: [] }', 'profiles.yaml:1:1: the profile a lacks a title, suites or accounts.'],
    ['a: { title: T, suites: [], accounts: -1 }', 'profiles.yaml:1:38: accounts is "-1"; expected a whole number.'],
    ['a: { title: T, includes: b, suites: [], accounts: 1 }', 'profiles.yaml:1:26: includes is "b".'],
    ['a: { tilte: T }', 'profiles.yaml:1:6: the profile a has no member "tilte". Did you mean "title"?'],
  ])('%s', (text, message) => {
    expect(complaint(() => read(text))[0]).toBe(message);
  });
});

test('payloads are plain data', () => {
  expect(parsePayloads('a: "\\u00e9"\nb: [1, { c: null }]', 'payloads.yaml')).toEqual({ a: 'é', b: [1, { c: null }] });
  expect(complaint(() => parsePayloads('a: &x 1\nb: *x', 'payloads.yaml'))).toEqual([
    'payloads.yaml:2:4: an alias stands here.',
    'Write the value out.',
  ]);
});
