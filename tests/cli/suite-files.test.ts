import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, folder } from '../verdicts/support.ts';

/** Runs a suite file of these lines and tells what is said of it. */
async function complaintAbout(...lines: readonly string[]) {
  const cwd = folder();
  writeFileSync(join(cwd, 'mine.yaml'), `${lines.join('\n')}\n`);
  const { code, stderr, stdout, record } = await cli(['run', '--suite', 'mine.yaml'], { cwd });
  return { code, stdout, record, said: stderr.split('\n') };
}

const HEAD = ['suite: mine', 'title: Mine', 'actors: [alice]', 'steps:'];

test.concurrent.each([
  [
    'YAML that does not parse',
    ['suite: mine', 'title: "Mine', 'steps: []'],
    'mine.yaml:4:1: the YAML does not parse: Missing closing "quote.',
    '→ Correct the indentation or the quotes there.',
  ],
  [
    'a step with a typo',
    [...HEAD, '  - id: login', '    cal: Account/Login'],
    'mine.yaml:6:5: a step has no member "cal". Did you mean "call"?',
    /^→ Known here: call, refuse, receive, wait, together, /,
  ],
  [
    'an endpoint with a typo',
    [...HEAD, '  - id: login', '    call: Account/Logon'],
    'mine.yaml:6:11: the endpoint of call is "Account/Logon". Did you mean "Account/Login"?',
    /^→ Known: Account\//,
  ],
  [
    'a requirement with a typo',
    [...HEAD, '  - id: login', '    call: Account/Login', '    proves: [LOGIN-TOKENS]'],
    'mine.yaml:7:14: a requirement in proves is "LOGIN-TOKENS". Did you mean "LOGIN-TOKEN"?',
    /^→ Known: /,
  ],
  [
    'a reference to a later step',
    [...HEAD, '  - { id: a, call: Account/Info, send: { x: $b.jwt } }', '  - { id: b, call: Account/Login }'],
    'mine.yaml:5:45: the reference "$b" is to a step that has no value yet.',
    '→ Move the step "b" before this one; only "call", "refuse" and "receive" give values.',
  ],
  [
    'a property that no actor has',
    [...HEAD, '  - { id: a, call: Account/Info, send: { x: $alice.email } }'],
    'mine.yaml:5:45: "$alice" has no "email". Did you mean "eMail"?',
    /^→ Known: \$alice\.name, /,
  ],
  [
    'a selection of nothing',
    [...HEAD, '  - { id: a, refuse: "*", over: { group: Acount } }'],
    'mine.yaml:5:5: "over" of the step "a" selects no endpoint.',
    '→ Widen the selection.',
  ],
  [
    'a question that no source raises',
    [...HEAD, '  - { id: a, call: Account/VerifyEMail, as: alice, dialect: { code-typ: {} } }'],
    'mine.yaml:5:5: the step "a" asks Account/VerifyEMail for the question "code-typ", which its spec does not have. Did you mean "code-type"?',
    /^→ Known: .*code-type/,
  ],
])('%s is named with file, line and column', async (_, lines, message, next) => {
  const { code, stdout, record, said } = await complaintAbout(...lines);
  expect({ code, stdout, record, message: said[0], rest: said.slice(2) }).toEqual({
    code: 2,
    stdout: '',
    record: null,
    message,
    rest: [''],
  });
  if (typeof next === 'string') expect(said[1]).toBe(next);
  else expect(said[1]).toMatch(next);
});
