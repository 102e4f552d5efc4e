import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';

// Each command is a process of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Printed {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function schemas(...args: readonly string[]): Printed {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'schemas', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

function file(name: string, content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'schemas-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const LOGIN = { jwt: 'a.b.c', expires: 1_772_446_500 };

test('list prints a line for each endpoint, aligned', () => {
  const { status, stdout, stderr } = schemas('list');
  const [head = '', rule = '', ...lines] = stdout.split('\n');
  expect([status, stderr, lines.slice(94)]).toEqual([
    0,
    '',
    ['', '94 endpoints; 10 more calls are composed of them by clients.', ''],
  ]);
  expect(head).toMatch(/^endpoint +auth +request +answer +requirements +ambiguities$/);
  const columns = [...rule.matchAll(/─+/g)].map(match => match.index);
  expect(
    lines
      .slice(0, 94)
      .filter(line => columns.slice(1).some(column => line[column - 1] !== ' ' || line[column] === ' ')),
  ).toEqual([]);
  expect(lines.find(line => line.startsWith('Account/Login '))).toMatch(
    /^Account\/Login +no authentication, signed +published +published +\d+ +\d+$/,
  );
  expect(JSON.parse(schemas('list', '--json').stdout)).toHaveLength(94);
});

test('show prints a page, the notation, the JSON Schema or the XML Schema', () => {
  expect(schemas('show', 'Account/Login').stdout).toMatch(/^### Account\/Login\n\n\*\*Log in to an account\.\*\*/);
  expect(schemas('show', 'Account/Login', '--response')).toEqual({
    status: 0,
    stdout: '{\n  "jwt": Required(Str(PJwt)),\n  "expires": Required(DateTime(PExpires))\n}\n',
    stderr: '',
  });
  expect(schemas('show', 'account/domaininfo', '--notation').stdout).toMatch(/^request:\n\(none\)\n\nanswer:\n\{/);
  const published = readFileSync(join(root, 'schemas/agent-api/Account.Login.request.json'), 'utf8');
  expect(schemas('show', 'Account/Login', '--request', '--json-schema').stdout).toBe(published);
  expect(Object.keys(JSON.parse(schemas('show', 'Account/Login', '--json-schema').stdout))).toEqual([
    'request',
    'answer',
  ]);
  expect(schemas('show', 'Account/Login', '--request', '--xsd').stdout).toContain('<xs:element name="Login">');
  expect(schemas('show', 'Account/DomainInfo', '--request', '--xsd').stdout).toBe(
    'The request of Account/DomainInfo has no XML form.\n',
  );
});

test('show guesses what an unknown endpoint was meant to be', () => {
  expect(schemas('show', 'Account/Logn')).toEqual({
    status: 2,
    stdout: '',
    stderr:
      'There is no endpoint "Account/Logn". Did you mean "Account/Login"?\n→ Run neuron-conformance schemas list to see all endpoints.\n',
  });
  expect(schemas('show', 'Account/Login', '--xsd', '--notation').status).toBe(2);
});

test('validate judges a body, and exits with 1 when it breaks the contract', () => {
  expect(schemas('validate', file('a.json', JSON.stringify(LOGIN)), '--as', 'Account/Login.response')).toEqual({
    status: 0,
    stdout: 'The answer keeps to Account/Login.\n',
    stderr: '',
  });
  expect(schemas('validate', file('a.json', '{"jwt":1,"more":2}'), '--as', 'Account/Login.response')).toEqual({
    status: 1,
    stdout: `The answer breaks Account/Login in 2 points:
    /expires: must have the member expires (required)
    /jwt: must be string (type)
    note: undocumented member /more
`,
    stderr: '',
  });
});

test('validate judges every exchange of a HAR file', () => {
  const entry = (method: string, path: string, text: string) => ({
    request: {
      method,
      url: `https://neuron.example.com${path}`,
      postData: { mimeType: 'application/json', text: '{}' },
    },
    response: { status: 200, content: { mimeType: 'application/json', text } },
  });
  const har = {
    log: {
      entries: [
        entry('POST', '/Agent/Account/Logout', '{}'),
        entry('POST', '/Agent/Xmpp/PopMessages', '{"Messages":{}}'),
        entry('GET', '/', ''),
      ],
    },
  };
  const name = file('a.har', JSON.stringify(har));
  expect(schemas('validate', name)).toEqual({
    status: 1,
    stdout: `✓ POST /Agent/Account/Logout 200
✗ POST /Agent/Xmpp/PopMessages 200
    answer /Messages/from: must have the member from (required)
    answer /Messages/to: must have the member to (required)
    answer /Messages/type: must have the member type (required)
    answer /Messages/timestamp: must have the member timestamp (required)
    answer /Messages/Content: must have the member Content (required)
2 exchanges below /Agent/, 5 violations.
`,
    stderr: '',
  });
  expect(JSON.parse(schemas('validate', name, '--json').stdout)).toHaveLength(2);
});

test.each([
  ['no file', ['validate', '/nowhere.json', '--as', 'Account/Login.response']],
  ['no JSON', ['validate', 'package-lock', '--as', 'Account/Login.response']],
  ['neither HAR nor --as', ['validate', `${root}package.json`]],
  ['an --as without side', ['validate', `${root}package.json`, '--as', 'Account/Login']],
  ['a side that is not described', ['validate', `${root}package.json`, '--as', 'Account/DomainInfo.request']],
  ['no OpenAPI', ['compare', `${root}package.json`]],
  ['no cases', ['match', `${root}package.json`]],
  ['no mail', ['code', '/nowhere.eml']],
  ['a folder that is not there', ['openapi', '--out', '/nowhere/openapi.json']],
  ['an unknown command', ['lst']],
])('%s is a mistake of usage', (_what, args) => {
  const { status, stdout, stderr } = schemas(...args);
  expect([status, stdout, stderr.split('\n').length]).toEqual([2, '', 3]);
});

test('openapi prints the published document, and compare finds that it agrees with itself', () => {
  const document = schemas('openapi').stdout;
  expect(document).toBe(readFileSync(join(root, 'schemas/agent-api/openapi.json'), 'utf8'));
  const name = file('openapi.json', document);
  expect(schemas('compare', name)).toEqual({ status: 0, stdout: 'The file and the contract agree.\n', stderr: '' });
  const { paths, ...rest } = JSON.parse(document);
  const { '/Agent/Account/Login': _left, ...others } = paths;
  expect(schemas('compare', file('less.json', JSON.stringify({ ...rest, paths: others }))).stdout).toBe(
    `differs in  endpoint                   member  ours       theirs
──────────  ─────────────────────────  ──────  ─────────  ───────
endpoint    POST /Agent/Account/Login          described  missing

1 difference: endpoint 1, authentication 0, member 0, type 0, requiredness 0.
`,
  );
});

test('match prints a JSON array of booleans', () => {
  const cases = [
    { pattern: '{ "a": Required(Str(A)) }', value: { a: 'x' } },
    { pattern: '{ "a": Required(Str(A)) }', value: {} },
  ];
  expect(schemas('match', file('cases.json', JSON.stringify(cases)))).toEqual({
    status: 0,
    stdout: '[true,false]\n',
    stderr: '',
  });
});

test('code prints the code of each mail, or null, and why', () => {
  const mails = ['code-first', 'attachment-only'].map(name => join(root, `fixtures/mails/${name}.eml`));
  const { status, stdout } = schemas('code', ...mails);
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'));
  expect([status, rows.map(([name, code]) => [name, code])]).toEqual([
    0,
    [
      [mails[0], expect.stringMatching(/^\d+$/)],
      [mails[1], 'null'],
    ],
  ]);
  expect(rows.every(([, , why = '']) => why.length > 10)).toBe(true);
  expect(JSON.parse(schemas('code', ...mails, '--json').stdout)).toHaveLength(2);
});

test('each command shows its examples first', () => {
  for (const command of ['list', 'show', 'validate', 'openapi', 'compare', 'match', 'code']) {
    expect(schemas(command, '--help').stdout).toMatch(
      new RegExp(`^Examples:\n  neuron-conformance schemas ${command}`),
    );
  }
});
