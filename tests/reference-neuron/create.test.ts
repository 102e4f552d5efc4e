import { describe, expect, it } from 'vitest';
import { call, createBody, loginBody, member, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

describe('Create', () => {
  it.each([
    [{ userName: 'a@b' }, 'The user name must not contain @.'],
    [{ userName: '' }, 'UserName must not be empty.'],
    [{ userName: 'a b' }, 'Invalid user name.'],
    [{ userName: 'a\u0000b' }, 'Invalid user name.'],
    [{ userName: '<x>' }, 'Invalid user name.'],
    [{ eMail: 'nowhere' }, 'Invalid e-mail address.'],
    [{ eMail: 'a@b\r\nBcc: c@d' }, 'Invalid e-mail address.'],
    [{ eMail: '' }, 'EMail must not be empty.'],
    [{ password: '' }, 'Password must not be empty.'],
    [{ phoneNr: '0701234567' }, 'Invalid phone number.'],
  ])('refuses %j', async (changes, text) => {
    const neuron = await startHost();
    expect(await call(neuron, 'Account/Create', { body: createBody(neuron, person('alice'), changes) })).toMatchObject({
      status: 400,
      text,
    });
    expect(neuron.inspect.accounts()).toEqual([]);
  });

  it.each(['userName', 'eMail', 'password', 'apiKey', 'nonce', 'signature', 'seconds'])(
    'refuses a missing %s',
    async member => {
      const neuron = await startHost();
      const { [member]: _, ...body } = createBody(neuron, person('alice')) as Record<string, unknown>;
      expect(await call(neuron, 'Account/Create', { body })).toMatchObject({ status: 400 });
      expect(await call(neuron, 'Account/Create', { body: { ...body, [member]: null } })).toMatchObject({
        status: 400,
      });
    },
  );

  it('takes Unicode names, and names in other letters as the same', async () => {
    const neuron = await startHost();
    const who = person('Åsa.日本');
    await member(neuron, { ...who, eMail: 'asa@mail.test' });
    const again = await call(neuron, 'Account/Create', {
      body: createBody(neuron, { ...who, userName: 'åSA.日本', eMail: 'x@mail.test' }),
    });
    expect(again.status).toBe(200);
    const taken = await call(neuron, 'Account/Create', { body: createBody(neuron, { ...who, password: 'another' }) });
    const names = Object.entries(taken.headers)
      .filter(([name]) => /^x-alternativename\d+$/.test(name))
      .map(([, value]) => Buffer.from(String(value), 'latin1').toString('utf8'));
    expect([taken.status, names]).toEqual([403, ['Åsa.日本10', 'Åsa.日本11', 'Åsa.日本12']]);
  });

  it('suggests names that are free', async () => {
    const neuron = await startHost();
    for (const name of ['alice', 'alice10', 'ALICE12']) await member(neuron, person(name));
    const body = createBody(neuron, { ...person('alice'), password: 'another' });
    const { headers, text } = await call(neuron, 'Account/Create', { body });
    expect(text).toBe('The account already exists.');
    const names = [headers['x-alternativename1'], headers['x-alternativename2'], headers['x-alternativename3']];
    expect(names).toEqual(['alice11', 'alice13', 'alice14']);
    for (const name of names) {
      expect(await call(neuron, 'Account/Create', { body: createBody(neuron, person(String(name))) })).toMatchObject({
        status: 200,
      });
    }
  });

  it('is a log-in for an enabled account with its password', async () => {
    let now = 1_900_000_000_000;
    const neuron = await startHost({ now: () => now });
    const alice = person('alice');
    const first = await call(neuron, 'Account/Create', { body: createBody(neuron, alice) });
    expect(await call(neuron, 'Account/Create', { body: createBody(neuron, alice) })).toMatchObject({ status: 403 });
    const code = neuron.inspect.letters()[0]?.text.match(/\d{6}/)?.[0];
    await call(neuron, 'Account/VerifyEMail', { body: { eMail: alice.eMail, code } });
    now += 5_000;
    const again = await call(neuron, 'Account/Create', { body: createBody(neuron, alice) });
    expect(again).toMatchObject({
      status: 200,
      json: { created: first.json.created, enabled: true, eMailCodeSent: false },
    });
    expect(neuron.inspect.accounts()).toHaveLength(1);
    expect(neuron.inspect.letters()).toHaveLength(1);

    const strict = await startHost({ dialect: { 'existing-account': 'refuse' } });
    await member(strict, alice);
    expect(await call(strict, 'Account/Create', { body: createBody(strict, alice) })).toMatchObject({ status: 403 });
  });

  it('stops at the quota of the key', async () => {
    const neuron = await startHost({ accountLimit: 2 });
    await member(neuron, person('alice'));
    await member(neuron, person('bob'));
    expect(await call(neuron, 'Account/Create', { body: createBody(neuron, person('carol')) })).toMatchObject({
      status: 403,
      text: 'The account limit of the API key is reached.',
    });
    expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, person('bob')) })).toMatchObject({
      status: 200,
    });
  });

  it('takes a key and a secret that are given', async () => {
    const neuron = await startHost({ apiKey: 'given-key', apiSecret: 'given-secret', domain: 'given.test' });
    expect(neuron).toMatchObject({ apiKey: 'given-key', apiSecret: 'given-secret', domain: 'given.test' });
    await member(neuron, person('alice'));
  });
});
