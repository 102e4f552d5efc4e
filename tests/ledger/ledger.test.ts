import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  type Account,
  type Ledger,
  type NewAccount,
  openLedger,
  quotaLeft,
  requireQuota,
  stateFiles,
} from '../../src/peers/ledger/index.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'neuron-ledger-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

async function ledgerAt(file: string, now = () => 1000): Promise<Ledger> {
  const ledger = await openLedger({ file, now });
  onTestFinished(() => ledger.close());
  return ledger;
}

const account = (userName: string, change: Partial<NewAccount> = {}): NewAccount => ({
  host: 'neuron.example.com',
  userName,
  eMail: `${userName}@example.org`,
  actor: 'alice',
  suite: 'journey',
  run: 'run-1',
  apiKey: 'key-1',
  ...change,
});

describe('the ledger', () => {
  it('is a file of lines that its owner alone can read, each written before the account exists', async () => {
    const file = join(folder(), 'state', 'accounts.ndjson');
    const ledger = await ledgerAt(file);
    await ledger.intend(account('alice'));
    await ledger.settle('neuron.example.com', 'alice', 'created');
    expect(readFileSync(file, 'utf8')).toBe(
      '{"type":"intended","at":1000,"account":{"host":"neuron.example.com","userName":"alice","eMail":"alice@example.org","actor":"alice","suite":"journey","run":"run-1","apiKey":"key-1"}}\n' +
        '{"type":"created","at":1000,"host":"neuron.example.com","userName":"alice"}\n',
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700);
  });

  it('tells what became of each account', async () => {
    let clock = 0;
    const ledger = await ledgerAt(join(folder(), 'a.ndjson'), () => ++clock);
    for (const name of ['open', 'made', 'checked', 'refused', 'gone']) await ledger.intend(account(name));
    await ledger.settle('neuron.example.com', 'made', 'created');
    await ledger.settle('neuron.example.com', 'checked', 'created');
    await ledger.settle('neuron.example.com', 'checked', 'verified');
    await ledger.settle('neuron.example.com', 'checked', 'created');
    await ledger.settle('neuron.example.com', 'refused', 'refused');
    await ledger.settle('neuron.example.com', 'gone', 'forgotten');
    await ledger.settle('other.example.com', 'open', 'created');
    const told = (await ledger.accounts()).map(({ userName, state, createdAt, changedAt }) => [
      userName,
      state,
      createdAt,
      changedAt,
    ]);
    expect(told).toEqual([
      ['open', 'intended', 1, 1],
      ['made', 'created', 2, 6],
      ['checked', 'verified', 3, 9],
      ['refused', 'refused', 4, 10],
      ['gone', 'forgotten', 5, 11],
    ]);
  });

  it('says at the start of a run what earlier ones left open', async () => {
    const file = join(folder(), 'a.ndjson');
    const before = await ledgerAt(file);
    await before.intend(account('lost'));
    await before.intend(account('kept'));
    await before.settle('neuron.example.com', 'kept', 'created');
    const after = await ledgerAt(file);
    await after.intend(account('mine', { run: 'run-2' }));
    const { open, damagedLines } = await after.reconcile('run-2');
    expect(open.map(({ userName }) => userName)).toEqual(['lost']);
    expect(damagedLines).toEqual([]);
  });

  it('survives a torn last line, and goes on after it', async () => {
    const file = join(folder(), 'a.ndjson');
    await (await ledgerAt(file)).intend(account('first'));
    appendFileSync(file, '{"type":"intended","at":10');
    const ledger = await ledgerAt(file);
    expect((await ledger.reconcile('x')).damagedLines).toEqual([]);
    await ledger.intend(account('second'));
    expect((await ledger.accounts()).map(({ userName }) => userName)).toEqual(['first', 'second']);
    expect((await ledger.reconcile('x')).damagedLines).toEqual([2]);
  });

  it('reads what it can of any file', async () => {
    const file = join(folder(), 'a.ndjson');
    writeFileSync(
      file,
      [
        'null',
        '[]',
        '{"type":"intended","at":1}',
        '{"type":"gone","at":1}',
        '',
        '{"type":"created","at":1,"host":"h"}',
        '',
      ].join('\n'),
    );
    const ledger = await ledgerAt(file);
    expect(await ledger.accounts()).toEqual([]);
    expect((await ledger.reconcile('x')).damagedLines).toEqual([1, 2, 3, 4, 6]);
  });

  it('keeps every record of many who write at once', async () => {
    const file = join(folder(), 'a.ndjson');
    const ledgers = await Promise.all(Array.from({ length: 5 }, () => ledgerAt(file)));
    const names = ledgers.flatMap((_, writer) => Array.from({ length: 40 }, (_, index) => `user-${writer}-${index}`));
    await Promise.all(names.map((name, index) => ledgers[index % 5]?.intend(account(name))));
    const known = (await ledgers[0]?.accounts())?.map(({ userName }) => userName).sort();
    expect(known).toEqual([...names].sort());
  });

  it('refuses to go on where it cannot be written', async () => {
    const parent = folder();
    writeFileSync(join(parent, 'file'), '');
    await expect(openLedger({ file: join(parent, 'file', 'a.ndjson'), now: Date.now })).rejects.toMatchObject({
      code: 'LEDGER_NOT_WRITABLE',
      next: expect.stringContaining('XDG_STATE_HOME'),
    });
    mkdirSync(join(parent, 'a.ndjson'));
    await expect(openLedger({ file: join(parent, 'a.ndjson'), now: Date.now })).rejects.toMatchObject({
      code: 'LEDGER_NOT_WRITABLE',
    });
  });

  it.runIf(process.platform === 'linux')('sends nothing when the disk is full', async () => {
    const ledger = await ledgerAt('/dev/full').catch(error => error);
    if (ledger instanceof Error) expect(ledger).toMatchObject({ code: 'LEDGER_NOT_WRITABLE' });
    else await expect(ledger.intend(account('alice'))).rejects.toMatchObject({ code: 'LEDGER_NOT_WRITABLE' });
  });
});

describe('a quota', () => {
  const quota = { host: 'neuron.example.com', apiKey: 'key-1', quota: 10 };
  const existing = (state: Account['state'], change: Partial<NewAccount> = {}): Account => ({
    ...account('x', change),
    state,
    createdAt: 0,
    changedAt: 0,
  });

  it('counts what may exist under the same key on the same host', () => {
    const accounts = [
      existing('intended'),
      existing('created'),
      existing('verified'),
      existing('refused'),
      existing('forgotten'),
      existing('created', { host: 'other.example.com' }),
      existing('created', { apiKey: 'key-2' }),
    ];
    expect(quotaLeft(accounts, quota)).toBe(7);
  });

  it('lets a run start exactly when its accounts fit', () => {
    fc.assert(
      fc.property(fc.nat(15), fc.nat(15), (used, needed) => {
        const accounts = Array.from({ length: used }, () => existing('created'));
        const start = () => requireQuota(accounts, quota, needed);
        if (used + needed <= 10 || (needed === 0 && used <= 10)) expect(start).not.toThrow();
        else expect(start).toThrow(`This run needs ${needed} accounts`);
      }),
    );
    expect(() =>
      requireQuota(
        Array.from({ length: 9 }, () => existing('created')),
        quota,
        2,
      ),
    ).toThrow(
      "This run needs 2 accounts on neuron.example.com, but 9 of the API key's 10 are used up, which leaves 1.",
    );
  });
});

describe('the state folder', () => {
  it.each([
    [{ XDG_STATE_HOME: '/var/state' }, '/var/state/neuron-conformance'],
    [{ XDG_STATE_HOME: 'relative' }, '/home/alice/.local/state/neuron-conformance'],
    [{}, '/home/alice/.local/state/neuron-conformance'],
  ])('with %j is %s', (env, expected) => {
    expect(stateFiles(env, '/home/alice')).toEqual({
      folder: expected,
      ledger: `${expected}/accounts.ndjson`,
      installationKey: `${expected}/installation-key`,
    });
  });
});
