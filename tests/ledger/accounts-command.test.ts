import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLedger, stateFiles } from '../../src/peers/ledger/index.ts';

const COMMAND = fileURLToPath(new URL('support/accounts.mjs', import.meta.url));

/** A state folder with five accounts, and the command on it. */
async function installation() {
  const home = mkdtempSync(join(tmpdir(), 'neuron-accounts-'));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const env = { ...process.env, XDG_STATE_HOME: home };
  const ledger = await openLedger({ file: stateFiles(env, home).ledger, now: () => Date.UTC(2026, 0, 2) });
  for (const [host, userName] of [
    ['a.example', 'alice-1'],
    ['a.example', 'bob-1'],
    ['a.example', 'carol-1'],
    ['b.example', 'alice-1'],
    ['b.example', '=dave'],
  ] as const) {
    await ledger.intend({
      host,
      userName,
      eMail: `${userName}@x.example`,
      actor: 'alice',
      suite: 'journey',
      run: 'r1',
      apiKey: 'k',
    });
  }
  await ledger.settle('a.example', 'alice-1', 'verified');
  await ledger.settle('a.example', 'bob-1', 'refused');
  await ledger.close();
  return (...args: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [COMMAND, ...args], { env, encoding: 'utf8' });
    return { stdout, stderr, status };
  };
}

describe('accounts', () => {
  it('list shows what is or may be on hosts', async () => {
    const accounts = await installation();
    expect(accounts('list', '--host', 'a.example')).toMatchInlineSnapshot(`
      {
        "status": 0,
        "stderr": "",
        "stdout": "host       user name  e-mail             state     created                   run
      ─────────  ─────────  ─────────────────  ────────  ────────────────────────  ───
      a.example  alice-1    alice-1@x.example  verified  2026-01-02T00:00:00.000Z  r1
      a.example  carol-1    carol-1@x.example  intended  2026-01-02T00:00:00.000Z  r1

      2 accounts.
      ",
      }
    `);
    expect(JSON.parse(accounts('list', '--json', '--all').stdout).length).toBe(5);
    expect(accounts('list', '--host', 'c.example').stdout).toBe('No accounts.\n');
  });

  it('export prints CSV that a spreadsheet takes as text', async () => {
    const accounts = await installation();
    expect(accounts('export').stdout.split('\r\n')).toEqual([
      'host,userName,eMail,state,createdAt,run,suite',
      'a.example,alice-1,alice-1@x.example,verified,2026-01-02T00:00:00.000Z,r1,journey',
      'a.example,carol-1,carol-1@x.example,intended,2026-01-02T00:00:00.000Z,r1,journey',
      'b.example,alice-1,alice-1@x.example,intended,2026-01-02T00:00:00.000Z,r1,journey',
      "b.example,'=dave,'=dave@x.example,intended,2026-01-02T00:00:00.000Z,r1,journey",
      '',
    ]);
  });

  it('forget takes names, or all of a host', async () => {
    const accounts = await installation();
    expect(accounts('forget', 'carol-1')).toEqual({
      stdout: 'Forgot 1 account; 3 accounts left.\n',
      stderr: '',
      status: 0,
    });
    expect(accounts('forget', '--host', 'b.example', '--all').stdout).toBe('Forgot 2 accounts; 0 accounts left.\n');
    expect(JSON.parse(accounts('list', '--json').stdout)).toMatchObject([{ host: 'a.example', userName: 'alice-1' }]);
  });

  it.each([
    [['forget'], 'Nothing says which accounts are gone.\n→ Give user names, or --host and --all.\n'],
    [['forget', '--all'], 'Nothing says on which host all accounts are gone.\n→ Give --host with --all.\n'],
    [
      ['forget', 'carol'],
      'The ledger knows no account "carol". Did you mean "carol-1"?\n→ See "neuron-conformance accounts list".\n',
    ],
    [['frget'], /^Unknown command 'frget'.*Did you mean "forget"\?\n→ See neuron-conformance accounts --help\.\n$/],
  ])('%j is a mistake', async (args, stderr) => {
    expect((await installation())(...args)).toEqual({
      stdout: '',
      stderr: typeof stderr === 'string' ? stderr : expect.stringMatching(stderr),
      status: 2,
    });
  });

  it('has examples first in its help', async () => {
    const { stdout, status } = (await installation())('--help');
    expect(status).toBe(0);
    expect(stdout.startsWith('Examples:\n')).toBe(true);
  });
});
