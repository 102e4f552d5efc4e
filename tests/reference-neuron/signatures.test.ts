import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { macOf, sameMac } from '../../src/reference-neuron/security/mac.ts';
import { call, createBody, hmac, loginBody, member, nonce, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

const openssl = (key: string, text: string) =>
  execFileSync(
    'openssl',
    ['dgst', '-sha256', '-mac', 'HMAC', '-macopt', `hexkey:${Buffer.from(key).toString('hex')}`, '-binary'],
    {
      input: text,
    },
  ).toString('base64');

describe('a MAC', () => {
  it.each([
    ['secret', 'alice:neuron.test:8080:nonce'],
    ['Smörgås-påsk-ö', 'å:ä:ö:🧀'],
    ['x'.repeat(200), ''],
  ])('under %s is what openssl makes', (key, text) => {
    expect(macOf(key, text)).toBe(openssl(key, text));
  });

  // RFC 4231, test case 2.
  it('is what the standard prints', () => {
    const hex = Buffer.from(macOf('Jefe', 'what do ya want for nothing?'), 'base64').toString('hex');
    expect(hex).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
  });

  it('is compared whole', () => {
    expect([sameMac('abc', 'abc'), sameMac('abc', 'abd'), sameMac('abc', 'ab')]).toEqual([true, false, false]);
  });
});

describe('Create', () => {
  it('holds the phone number where the dialect has it', async () => {
    const after = await startHost();
    const without = await startHost({ dialect: { 'phone-in-signature': 'left-out' } });
    const who = { ...person('alice'), phoneNr: '+46701234567' };
    for (const neuron of [after, without]) {
      const signed = createBody(neuron, who);
      const bare = {
        ...signed,
        signature: hmac(neuron.apiSecret, [
          who.userName,
          neuron.host,
          who.eMail,
          who.password,
          neuron.apiKey,
          signed.nonce,
        ]),
      };
      const [good, bad] = neuron === after ? [signed, bare] : [bare, signed];
      expect(await call(neuron, 'Account/Create', { body: bad })).toMatchObject({
        status: 403,
        text: 'Invalid API key or signature.',
      });
      expect(await call(neuron, 'Account/Create', { body: good })).toMatchObject({ status: 200 });
    }
  });

  it.each(['host', 'secret', 'order', 'API key', 'case'])('refuses a signature over another %s', async what => {
    const neuron = await startHost();
    const alice = person('alice');
    const once = nonce();
    const parts = [alice.userName, neuron.host, alice.eMail, alice.password, neuron.apiKey, once];
    const wrong: Record<string, string> = {
      host: hmac(neuron.apiSecret, parts.with(1, 'neuron.elsewhere.test')),
      secret: hmac('another secret', parts),
      order: hmac(neuron.apiSecret, parts.with(2, alice.password).with(3, alice.eMail)),
      case: hmac(neuron.apiSecret, parts.with(0, 'ALICE')),
      'API key': hmac(neuron.apiSecret, parts),
    };
    const apiKey = what === 'API key' ? 'no-such-key' : neuron.apiKey;
    const body = { ...createBody(neuron, alice, { nonce: once, apiKey }), signature: wrong[what] };
    expect(await call(neuron, 'Account/Create', { body })).toMatchObject({
      status: 403,
      text: 'Invalid API key or signature.',
    });
    expect(neuron.inspect.accounts()).toEqual([]);
    expect(neuron.inspect.letters()).toEqual([]);
  });
});

describe('nonces', () => {
  it('work once, at any endpoint and for any account', async () => {
    const neuron = await startHost();
    const [alice, bob] = [person('alice'), person('bob')];
    await member(neuron, alice);
    await member(neuron, bob);
    const used = nonce();
    expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, alice, { nonce: used }) })).toMatchObject({
      status: 200,
    });
    const again = { status: 400, text: 'The nonce has been used before.' };
    expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, alice, { nonce: used }) })).toMatchObject(
      again,
    );
    expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, bob, { nonce: used }) })).toMatchObject(again);
    expect(
      await call(neuron, 'Account/Create', { body: createBody(neuron, person('carol'), { nonce: used }) }),
    ).toMatchObject(again);
  });

  it('have at least 32 characters', async () => {
    const neuron = await startHost();
    const alice = person('alice');
    await member(neuron, alice);
    const body = loginBody(neuron, alice, { nonce: 'x'.repeat(31) });
    expect(await call(neuron, 'Account/Login', { body })).toMatchObject({ status: 400 });
    expect(
      await call(neuron, 'Account/Login', { body: loginBody(neuron, alice, { nonce: 'y'.repeat(32) }) }),
    ).toMatchObject({ status: 200 });
  });
});

describe('Login', () => {
  it('tells an unknown user and a wrong password alike', async () => {
    const neuron = await startHost();
    const alice = person('alice');
    await member(neuron, alice);
    const wrong = await call(neuron, 'Account/Login', { body: loginBody(neuron, { ...alice, password: 'guess' }) });
    const unknown = await call(neuron, 'Account/Login', { body: loginBody(neuron, person('nobody')) });
    expect([wrong.status, wrong.text]).toEqual([403, 'Invalid user name or password.']);
    expect([unknown.status, unknown.text, unknown.headers['content-type']]).toEqual([
      wrong.status,
      wrong.text,
      wrong.headers['content-type'],
    ]);
  });

  it.each([
    [1, 200],
    ['3600', 200],
    [60.0, 200],
    [0, 400],
    [3601, 400],
    [-1, 400],
    [1.5, 400],
    [true, 400],
    [null, 400],
    ['2.5', 400],
    ['1abc', 400],
    ['abc', 400],
  ])('takes %j seconds: %i', async (seconds, status) => {
    const neuron = await startHost();
    const alice = person('alice');
    await member(neuron, alice);
    expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, alice, { seconds }) })).toMatchObject({
      status,
    });
  });
});
