import { describe, expect, it } from 'vitest';
import { LoginAuditor } from '../../src/reference-neuron/security/auditor.ts';
import { call, createBody, loginBody, member, nonce, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

const HOUR = 3_600_000;
const TOO_MANY =
  /^Too many failed login attempts in a row registered\. Try again in 60 minute\(s\)\. Remote Endpoint: 127\.0\.0\.1:\d+$/;

describe('the default levels', () => {
  it('block for an hour, a day, a week and for ever', () => {
    const auditor = new LoginAuditor([
      { failures: 5, seconds: 3_600 },
      { failures: 10, seconds: 86_400 },
      { failures: 20, seconds: 604_800 },
      { failures: 40, seconds: null },
    ]);
    const blocks: [number, number | null][] = [];
    let now = 0;
    for (let failures = 1; failures <= 40; failures++) {
      auditor.fail('a', now);
      const block = auditor.blocked('a', now);
      if (block === null) continue;
      blocks.push([failures, block.until === null ? null : (block.until - now) / HOUR]);
      now = block.until ?? now;
      expect(auditor.blocked('a', now - 1) === null).toBe(false);
    }
    expect(blocks).toEqual([
      [5, 1],
      [10, 24],
      [15, 1],
      [20, 168],
      [25, 1],
      [30, 24],
      [35, 1],
      [40, null],
    ]);
    expect(auditor.blocked('b', 0)).toBeNull();
  });
});

describe('failed signatures', () => {
  it('block the address over all accounts and endpoints, and time opens the door again', async () => {
    let now = Date.UTC(2030, 0, 1);
    const neuron = await startHost({ now: () => now });
    const alice = person('alice');
    const token = await member(neuron, alice);
    for (let i = 0; i < 5; i++) {
      const wrong = { ...person(`nobody${i}`), password: 'guess' };
      expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, wrong) })).toMatchObject({ status: 403 });
    }
    const blocked = await call(neuron, 'Account/Login', { body: loginBody(neuron, alice) });
    expect(blocked).toMatchObject({ status: 429, headers: { connection: 'close' } });
    expect(blocked.text).toMatch(TOO_MANY);
    expect(blocked.headers).not.toHaveProperty('retry-after');
    expect(await call(neuron, 'Account/Info', { token })).toMatchObject({ status: 429 });
    expect(await call(neuron, 'Account/Create', { body: createBody(neuron, person('bob')) })).toMatchObject({
      status: 429,
    });
    expect(await call(neuron, 'Account/DomainInfo', { method: 'GET' })).toMatchObject({ status: 200 });
    expect(await call(neuron, 'Account/Info', { method: 'OPTIONS' })).toMatchObject({ status: 204 });
    now += HOUR;
    expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, alice) })).toMatchObject({ status: 200 });
    expect(neuron.inspect.failures('127.0.0.1')).toBe(0);
  });

  it('end in a block without end', async () => {
    const neuron = await startHost({ audit: [{ failures: 2, seconds: null }] });
    for (let i = 0; i < 2; i++) await call(neuron, 'Account/Login', { body: loginBody(neuron, person('nobody')) });
    const blocked = await call(neuron, 'Account/Login', { body: loginBody(neuron, person('nobody')) });
    expect(blocked.status).toBe(403);
    expect(blocked.text).toMatch(/^This endpoint \(127\.0\.0\.1:\d+\) has been blocked from the system\.$/);
  });
});

describe('what counts', () => {
  it('is each refused credential, but no unreadable one', async () => {
    const neuron = await startHost();
    const alice = person('alice');
    const token = await member(neuron, alice);
    const failures = () => neuron.inspect.failures('127.0.0.1');
    const reset = () => call(neuron, 'Account/Login', { body: loginBody(neuron, alice) });
    await call(neuron, 'Account/Info');
    await call(neuron, 'Account/Info', { token: 'garbage' });
    await call(neuron, 'Account/Info', { headers: { authorization: 'Bearer ' } });
    await call(neuron, 'Account/Login', { body: loginBody(neuron, alice, { nonce: 'short' }) });
    expect(failures()).toBe(0);
    await call(neuron, 'Account/Info', { token: `${token}x` });
    expect(failures()).toBe(1);
    await call(neuron, 'Account/Info', { token });
    expect(failures()).toBe(0);
    await call(neuron, 'Account/VerifyEMail', { body: { eMail: alice.eMail, code: 123456 } });
    await call(neuron, 'Account/ResendVerificationCodes', { token, body: { eMail: alice.eMail } });
    expect(failures()).toBe(1);
    await call(neuron, 'Account/VerifyEMail', { body: { eMail: alice.eMail, code: 123456 } });
    expect(failures()).toBe(2);
    await reset();
    expect(failures()).toBe(0);
    await call(neuron, 'Account/WwwLogin', {
      headers: { authorization: `Basic ${btoa('alice:guess')}` },
      body: { seconds: 1 },
    });
    await call(neuron, 'Account/Create', {
      body: { ...createBody(neuron, person('bob')), signature: 'x', nonce: nonce() },
    });
    expect(failures()).toBe(2);
  });

  it('is nothing where auditing is off', async () => {
    const neuron = await startHost({ audit: null });
    for (let i = 0; i < 45; i++) await call(neuron, 'Account/Login', { body: loginBody(neuron, person('nobody')) });
    expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, person('nobody')) })).toMatchObject({
      status: 403,
    });
  });
});
