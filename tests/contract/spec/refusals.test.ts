import { expect, test } from 'vitest';
import { SchemaSet } from '../../../src/contract/generate/schema-set.ts';
import { loadSpecs } from '../../../src/contract/spec/load-specs.ts';
import { SpecError } from '../../../src/contract/spec/problem.ts';
import { GOOD, specsFolder } from '../support/specs-folder.ts';

function problemsOf(files: Readonly<Record<string, string>>): readonly string[] {
  try {
    loadSpecs(specsFolder(files), new SchemaSet().errors);
    return [];
  } catch (error) {
    if (error instanceof SpecError) return error.problems;
    throw error;
  }
}

const knock = (text: string) => problemsOf({ 'Account/Knock.yaml': text });
const changed = (from: string, to: string): string => {
  expect(GOOD).toContain(from);
  return GOOD.replace(from, to);
};

test('a spec in order is accepted', () => {
  expect(knock(GOOD)).toEqual([]);
});

const CASES: readonly (readonly [what: string, from: string, to: string, problems: readonly string[]])[] = [
  [
    'an unknown member',
    'title: Knock',
    'titel: Knock',
    [
      'specs/Account/Knock.yaml:1:1: spec lacks its member "title": add it.',
      'specs/Account/Knock.yaml:2:1: spec has the unknown member "titel": expected one of endpoint, title, description, method, path, auth, body, answers, basis, examples, sources, parameters, request, members, xml, sign, spends, readings, requirements, normalised. Did you mean "title"?',
    ],
  ],
  [
    'an unknown construct in the notation, where it stands in the file',
    'Required(Int(0 < PTimes <= 3))',
    'Required(Whole(PTimes))',
    [
      'specs/Account/Knock.yaml:11:23: request: expected Required, Optional or the name of a type, got the unknown construct Whole(…).',
    ],
  ],
  [
    'notation that breaks off',
    '{ "opened": Required(Bool(POpened)) }',
    '{ "opened": Required(Bool(POpened) }',
    ['specs/Account/Knock.yaml:18:40: answer 200: expected ")" after the argument of Required, got "}".'],
  ],
  [
    'a requirement without level',
    '    level: must\n',
    '',
    ['specs/Account/Knock.yaml:36:5: requirement lacks its member "level": add it.'],
  ],
  [
    'a requirement without text',
    '    text: The door opens.\n',
    '',
    ['specs/Account/Knock.yaml:36:5: requirement lacks its member "text": add it.'],
  ],
  [
    'a requirement with an empty source',
    'source: a page',
    'source:',
    ['specs/Account/Knock.yaml:39:12: source of a requirement: expected text, got nothing.'],
  ],
  [
    'a level that is none',
    'level: must',
    'level: shoud',
    [
      'specs/Account/Knock.yaml:37:12: level of KNOCK-OPENS: expected one of must, should, may, got "shoud". Did you mean "should"?',
    ],
  ],
  [
    'a recipe that names no body member',
    '[userName, host,',
    '[usrName, host,',
    [
      'specs/Account/Knock.yaml:34:45: "usrName" is unknown to this recipe: expected one of host, actor.userName, actor.eMail, actor.phoneNr, actor.jid, key.id, key.localName, key.namespace, userName, times, nonce, Guests, signature. Did you mean "userName"?',
    ],
  ],
  [
    'a recipe that names a MAC which comes later',
    '[userName, host,',
    '[$other, $signature.text,',
    [
      'specs/Account/Knock.yaml:34:45: "$other" names no earlier MAC of the recipe: this is the first of the recipe.',
      'specs/Account/Knock.yaml:34:53: "$signature.text" names no earlier MAC of the recipe: this is the first of the recipe.',
    ],
  ],
  [
    'a recipe over a member that the elements of a list lack',
    'text: [name] }]',
    'text: [nam] }]',
    ['specs/Account/Knock.yaml:34:91: "nam" is unknown to this recipe: expected one of name. Did you mean "name"?'],
  ],
  [
    'a recipe carried by no body member',
    '  signature: { key',
    '  signatur: { key',
    [
      'specs/Account/Knock.yaml:34:3: "signatur" is unknown to this recipe: expected one of userName, times, nonce, Guests, signature. Did you mean "signature"?',
    ],
  ],
  [
    'a recipe with an unknown key',
    'key: accountPassword',
    'key: password',
    [
      'specs/Account/Knock.yaml:34:21: key of signature: expected one of apiSecret, accountPassword, keyPassword, got "password".',
    ],
  ],
  [
    'an endpoint that is not named as its file',
    'endpoint: Account/Knock',
    'endpoint: Account/Knok',
    [
      'specs/Account/Knock.yaml:1:11: endpoint: expected Account/Knock, as the file is named, got Account/Knok: rename one of them.',
    ],
  ],
  [
    'an example that breaks its schema, at the member',
    'times: 2, nonce',
    'times: 4, nonce',
    ['specs/Account/Knock.yaml:42:33: example request at "/times" breaks its schema: must be <= 3.'],
  ],
  [
    'an example with an undocumented member',
    'times: 2, nonce',
    'times: 2, time: 2, nonce',
    [
      'specs/Account/Knock.yaml:42:42: example request at "/time" breaks its schema: must not have the undocumented member time.',
    ],
  ],
  [
    'a side without example',
    '    - { opened: true }\n',
    '',
    ['specs/Account/Knock.yaml:43:10: examples.answer: expected a list, got nothing.'],
  ],
  [
    'a member that is not described',
    '    times: How often.\n',
    '',
    ['specs/Account/Knock.yaml:22:5: members.request does not say what times means: describe it in a few words.'],
  ],
  [
    'a description of what does not exist',
    '    times: How often.',
    '    times: How often.\n    tmes: What?',
    [
      'specs/Account/Knock.yaml:24:5: members.request describes "tmes", which the request does not have. Did you mean "times"?',
    ],
  ],
  [
    'a path parameter that is not declared',
    'path: /Agent/Account/Knock',
    'path: /Agent/Account/Knock/{door}',
    ['specs/Account/Knock.yaml:5:7: path: {door} is not among the parameters: add it with in: path.'],
  ],
  [
    'a status that is none',
    '  200: |',
    '  2000: |',
    ['specs/Account/Knock.yaml:17:3: answers: expected an HTTP status from 100 to 599, got "2000".'],
  ],
  [
    'a request where no body is sent',
    'body: json',
    'body: none',
    ['specs/Account/Knock.yaml:8:10: request: expected none, since body is none: leave it out or change body.'],
  ],
  [
    'a reading without source, and alone',
    'sources: [a page]',
    'sources: [a page]\nreadings:\n  door-colour:\n    red: []',
    [
      'specs/Account/Knock.yaml:47:3: readings of door-colour: expected two or more, got 1: one reading is no contradiction.',
      'specs/Account/Knock.yaml:48:10: the reading red has no source: name who publishes it.',
    ],
  ],
  [
    'an XML pattern of another element',
    '  answer: Knocked',
    '  answer: Knocked\n  answerPattern: <Opened opened=(Required(Bool(POpened))) />',
    [
      'specs/Account/Knock.yaml:33:18: xml.answerPattern: expected the element Knocked, got Opened: make xml.answer and the pattern agree.',
    ],
  ],
  [
    'what is not YAML',
    'auth: none',
    'auth: [none',
    [
      'specs/Account/Knock.yaml:7:1: this is not YAML: Flow sequence in block collection must be sufficiently indented and end with a ].',
    ],
  ],
];

test.each(CASES)('%s is refused', (_what, from, to, problems) => {
  expect(knock(changed(from, to))).toEqual(problems);
});

test('a requirement id that another file has is refused where it stands the second time', () => {
  const other = GOOD.replaceAll('Account/Knock', 'Account/Ring');
  const common =
    'theme: doors\nrequirements:\n  - { id: KNOCK-OPENS, level: may, text: Doors open., source: a page }\n';
  expect(problemsOf({ 'Account/Knock.yaml': GOOD, 'Account/Ring.yaml': other, 'common/doors.yaml': common })).toEqual([
    'specs/Account/Knock.yaml:36:9: requirement KNOCK-OPENS stands already at specs/common/doors.yaml:3: give this one another id.',
    'specs/Account/Ring.yaml:36:9: requirement KNOCK-OPENS stands already at specs/common/doors.yaml:3: give this one another id.',
  ]);
});

test('an endpoint in two files is refused', () => {
  expect(
    problemsOf({ 'Account/Knock.yaml': GOOD, 'Account/Knock2.yaml': GOOD.replace('KNOCK-OPENS', 'RING-OPENS') }),
  ).toEqual([
    'specs/Account/Knock2.yaml:1:11: endpoint: expected Account/Knock2, as the file is named, got Account/Knock: rename one of them.',
    'specs/Account/Knock2.yaml:1:11: endpoint Account/Knock is described already in specs/Account/Knock.yaml: keep one of them.',
    'specs/Account/Knock2.yaml:1:11: resource POST /Agent/Account/Knock is described already in specs/Account/Knock.yaml: keep one of them.',
  ]);
});

test('a folder that is no group is refused', () => {
  expect(problemsOf({ 'Acount/Knock.yaml': GOOD })).toEqual([
    'specs/Acount:1:1: unknown folder or file: expected one of Account, Xmpp, Storage, Crypto, Legal, Wallet, Tokens, StateMachines, Intelligence, common, composed.yaml. Did you mean "Account"?',
  ]);
});

test('a composed call of what does not exist is refused', () => {
  const composed = 'composed:\n  - { endpoint: Things/Bell, composedOf: [Account/Knok], note: Rings. }\n';
  expect(problemsOf({ 'Account/Knock.yaml': GOOD, 'composed.yaml': composed })).toEqual([
    'specs/composed.yaml:2:42: composedOf names "Account/Knok", which has no spec. Did you mean "Account/Knock"?',
  ]);
});
