import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BEHAVIOURS, startHostile } from '../helpers/hostile.ts';
import { makeCertificates } from '../neuron-client/support/certificates.ts';
import { freePort } from '../peers/ports.mjs';
import { causes, cli, type Ended, folder, type World, world } from '../verdicts/support.ts';

type Behaviour = keyof typeof BEHAVIOURS;

/** Runs suites with little patience. */
function hasty(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const cwd = folder();
  writeFileSync(join(cwd, 'neuron-conformance.yaml'), 'limits: { timeout: 400ms }\n');
  return cli(['run', ...args], { cwd, env });
}

/** What the run says: exit code, blame, and the one sentence of the cause. */
function said({ code, record, stderr }: Ended) {
  const [cause] = causes(record);
  return { code, stderr, blame: cause?.blame, message: cause?.message.replaceAll(/127\.0\.0\.1:\d+/g, 'HOST') };
}

describe('a target that is no Neuron from the first request on', () => {
  const expected: Record<Behaviour, { code: number; blame: string; message: string }> = {
    html: {
      code: 2,
      blame: 'configuration',
      message:
        'http://HOST answers, but not like a Neuron: GET /Agent/Account/DomainInfo gave 200 as text/html. Check NEURON_HOST.',
    },
    hang: {
      code: 3,
      blame: 'network',
      message:
        "http://HOST: no answer came to GET /Agent/Account/DomainInfo within 400 ms; check the host's load, or raise the timeout.",
    },
    'half-way': {
      code: 3,
      blame: 'network',
      message:
        'http://HOST closed the connection in the middle of its answer to GET /Agent/Account/DomainInfo; what came is kept.',
    },
    'no-answer': {
      code: 3,
      blame: 'network',
      message:
        "http://HOST closed the connection before it answered GET /Agent/Account/DomainInfo; look at the host's log for the reason.",
    },
    'fifty-megabytes': {
      code: 3,
      blame: 'network',
      message:
        'The answer to GET /Agent/Account/DomainInfo is larger than 1048576 bytes; reading stopped there (maxBytes raises the bound).',
    },
  };

  test.each(Object.entries(expected))('%s', async (behaviour, sentence) => {
    const host = await startHostile(behaviour as Behaviour);
    const ended = await hasty(['--suite', 'domain'], { NEURON_HOST: host.url });
    await host.close();
    expect(said(ended)).toEqual({ ...sentence, stderr: '' });
    expect(host.seen()).toBe(1);
    expect(ended.record?.verdict.outcome).toBe('could-not-test');
    expect(ended.record?.suites[0]?.steps[0]?.exchanges).toHaveLength(1);
    expect(readFileSync(join(ended.dir, 'report.json')).length).toBeLessThan(3 * 1024 * 1024);
  });

  test('refused connections', async () => {
    const port = await freePort();
    const ended = await hasty(['--suite', 'domain'], { NEURON_HOST: `127.0.0.1:${port}` });
    expect(said(ended)).toEqual({
      code: 3,
      stderr: '',
      blame: 'network',
      message: 'Nothing listens at http://HOST: the connection was refused; check that the host runs, and its port.',
    });
  });

  test('a name that nobody has', async () => {
    const ended = await hasty(['--suite', 'domain'], { NEURON_HOST: 'neuron.invalid' });
    expect(said(ended)).toMatchObject({ code: 3, blame: 'network' });
    expect(said(ended).message).toMatch(/neuron\.invalid/);
  });
});

describe('TLS', () => {
  const certificates = makeCertificates();
  let host: World;
  beforeAll(async () => {
    host = await world({ tls: { key: certificates.key, cert: certificates.cert } });
  });
  afterAll(() => host.stop());

  test("an authority that nobody knows is the operator's to name, and nothing is sent", async () => {
    const ended = await hasty(['--suite', 'journey'], host.env);
    expect(said(ended)).toMatchObject({ code: 2, stderr: '', blame: 'configuration' });
    expect(said(ended).message).toMatch(/certificate.* --ca/);
    expect(ended.record?.spent).toMatchObject({ accounts: 0, requests: 1 });
  });

  test('with --ca the journey is walked over HTTPS', async () => {
    const file = join(folder(), 'ca.pem');
    writeFileSync(file, certificates.ca);
    const { code, record, stderr } = await cli(['run', '--suite', 'journey', '--ca', file], { env: host.env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(record?.run.target).toMatch(/^https:/);
    expect(record?.suites[0]?.steps.map(({ outcome }) => outcome)).toEqual(Array(18).fill('pass'));
  });
});

describe('a host that turns half-way: the report holds everything up to there', () => {
  let good: World;
  beforeAll(async () => {
    good = await world();
  });
  afterAll(() => good.stop());

  /** DomainInfo, two accounts and two verifications are answered; the journey goes on with a log-in. */
  const PASSED = ['create-alice', 'create-bob', 'code-alice', 'code-bob', 'verify-alice', 'verify-bob'];

  test.each([
    ['hang', 3, 'network'],
    ['half-way', 3, 'network'],
    ['no-answer', 3, 'network'],
    ['html', 1, 'host'],
    ['fifty-megabytes', 1, 'host'],
  ] as const)('%s', async (behaviour, code, blame) => {
    const host = await startHostile(behaviour, { target: good.url, requests: 5 });
    const ended = await hasty(['--suite', 'journey'], { ...good.env, NEURON_HOST: host.url });
    await host.close();
    const steps = ended.record?.suites[0]?.steps ?? [];
    expect(said(ended)).toMatchObject({ code, stderr: '', blame });
    expect(steps.slice(0, 6).map(({ id, outcome }) => [id, outcome])).toEqual(PASSED.map(id => [id, 'pass']));
    expect(steps.slice(0, 6).map(({ exchanges }) => exchanges.length)).toEqual([1, 1, 0, 0, 1, 1]);
    expect(steps).toHaveLength(18);
    expect(steps[6]?.outcome).not.toBe('pass');
  });
});
