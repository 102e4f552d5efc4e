import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { startHostile } from '../helpers/hostile.ts';
import { causes, cli, world } from '../verdicts/support.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

interface Served {
  readonly url: string;
  readonly host: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly mailbox: string;
}

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

/** `neuron-conformance serve --json` in a process of its own; what its first line says. */
async function serve(...args: string[]): Promise<Served & { stop(): Promise<number | null> }> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--json', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM');
    return (await exited)[0];
  };
  open.push(stop);
  return { ...JSON.parse(line), stop };
}

const envOf = ({ url, apiKey, apiSecret }: Served): Record<string, string> => ({
  NEURON_HOST: url,
  NEURON_API_KEY: apiKey,
  NEURON_API_SECRET: apiSecret,
});

const STEPS = 18;

describe('serve in one process, run in another', () => {
  test('the journey passes over HTTP on loopback, with real mail over real SMTP', async () => {
    const served = await serve();
    expect(Object.keys(served)).toEqual(['url', 'host', 'apiKey', 'apiSecret', 'mailbox', 'stop']);
    const { code, record, stderr } = await cli(['run', '--suite', 'journey', '--mailbox', served.mailbox], {
      env: envOf(served),
    });
    expect({ code, stderr, target: record?.run.target }).toEqual({ code: 0, stderr: '', target: served.url });
    const [suite] = record?.suites ?? [];
    expect(suite?.steps.map(({ outcome }) => outcome)).toEqual(Array(STEPS).fill('pass'));
    const mails = suite?.steps.flatMap(step => step.mails) ?? [];
    expect(mails.map(({ actor, envelopeTo, chosen }) => [actor, envelopeTo.length, typeof chosen.code])).toEqual([
      ['alice', 1, 'string'],
      ['bob', 1, 'string'],
    ]);
    expect(await served.stop()).toBe(0);
  });

  test('a wrong secret is for the operator to correct', async () => {
    const served = await serve();
    const { code, record } = await cli(['run', '--suite', 'journey', '--mailbox', served.mailbox], {
      env: { ...envOf(served), NEURON_API_SECRET: 'not the secret of this key' },
    });
    expect(code).toBe(2);
    expect(record?.verdict).toMatchObject({ outcome: 'could-not-test', blame: 'configuration' });
  });

  test('a host that has stopped leaves the run incomplete', async () => {
    const served = await serve();
    await served.stop();
    const { code, record } = await cli(['run', '--suite', 'journey', '--mailbox', served.mailbox], {
      env: envOf(served),
    });
    expect(code).toBe(3);
    expect(record?.verdict).toMatchObject({ outcome: 'could-not-test', blame: 'network' });
    expect(record?.leftBehind).toEqual([]);
  });

  test('a host that takes tokens after log-out breaks a requirement, which is named', async () => {
    const served = await serve('--fault', 'logout-revokes-nothing');
    const { code, record, stdout } = await cli(['run', '--suite', 'journey', '--mailbox', served.mailbox], {
      env: envOf(served),
    });
    expect(code).toBe(1);
    expect(causes(record).map(({ requirement, blame, outcome }) => ({ requirement, blame, outcome }))).toEqual([
      { requirement: 'LOGOUT-REVOKES', blame: 'host', outcome: 'fail' },
    ]);
    expect(record?.verdict.sentence).toMatch(/^Do not release: .* breaks 1 requirement \(LOGOUT-REVOKES\)/);
    expect(stdout).toContain('LOGOUT-REVOKES');
  });
});

describe('without a target', () => {
  test('the reference Neuron is started and walked, and nothing is left running', async () => {
    const { code, record, stderr } = await cli(['run', '--suite', 'journey']);
    expect({ code, stderr, outcome: record?.verdict.outcome }).toEqual({ code: 0, stderr: '', outcome: 'pass' });
    expect(record?.run.ended).toBe('finished');
  });

  test('the seed that the report names repeats the people and their texts', async () => {
    const run = async (...args: string[]) => {
      const { record } = await cli(['run', '--suite', 'journey', ...args]);
      const sent = (record?.suites[0]?.steps ?? []).flatMap(({ exchanges }) =>
        exchanges.flatMap(({ request }) => request.body?.text ?? []),
      );
      const users = sent.flatMap(text => /"userName":"([^"]+)"/.exec(text)?.[1] ?? []);
      const texts = sent.flatMap(text => /"message":"([^"]+)"/.exec(text)?.[1] ?? []);
      return { seed: record?.run.seed, users, names: users.map(user => user.replace(/\.\w+$/, '')), texts };
    };
    const first = await run();
    const again = await run('--seed', String(first.seed));
    const other = await run('--seed', String((first.seed ?? 0) + 1));
    expect(first.names.length).toBeGreaterThan(1);
    expect([again.seed, again.names, again.texts]).toEqual([first.seed, first.names, first.texts]);
    expect(again.users).not.toEqual(first.users);
    expect(other.names).not.toEqual(first.names);
  });
});

describe('interrupted', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends a run with what is known so far', async signal => {
    const good = await world();
    open.push(() => good.stop());
    const host = await startHostile('hang', { target: good.url, requests: 5 });
    open.push(() => host.close());
    const { code, record, stdout, stderr } = await cli(['run', '--suite', 'journey'], {
      env: { ...good.env, NEURON_HOST: host.url },
      started: async kill => {
        while (host.seen() < 6) await new Promise(resolve => setTimeout(resolve, 20));
        kill(signal);
      },
    });
    expect({ code, stderr, ended: record?.run.ended }).toEqual({ code: 3, stderr: '', ended: 'interrupted' });
    expect(stdout).toContain('the run was interrupted');
    const steps = record?.suites[0]?.steps ?? [];
    expect(steps.map(({ outcome }) => outcome)).toEqual([
      ...Array(6).fill('pass'),
      ...Array(STEPS - 6).fill('could-not-test'),
    ]);
    expect(record?.leftBehind.map(({ actor, confirmed }) => [actor, confirmed])).toEqual([
      ['alice', true],
      ['bob', true],
    ]);
  });

  test('before anything was answered, the run ends just as well', async () => {
    const host = await startHostile('hang');
    open.push(() => host.close());
    const { code, record, stderr } = await cli(['run', '--suite', 'domain'], {
      env: { NEURON_HOST: host.url },
      started: async kill => {
        while (host.seen() < 1) await new Promise(resolve => setTimeout(resolve, 20));
        kill('SIGINT');
      },
    });
    expect({ code, stderr, ended: record?.run.ended }).toEqual({ code: 3, stderr: '', ended: 'interrupted' });
  });
});
