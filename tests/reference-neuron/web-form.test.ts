import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ReferenceNeuron } from '../../src/reference-neuron/index.ts';
import { call, codeFor, member, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

const fieldsFor = (neuron: ReferenceNeuron, userName: string, changes: Record<string, string> = {}) => ({
  UserName: userName,
  EMail: `${userName}@mail.test`,
  PhoneNr: '',
  Password: 'a-long-password',
  RedirectionUrl: 'https://app.test/welcome?x=1#y',
  'g-recaptcha-response': neuron.recaptchaResponse,
  ...changes,
});

const submit = (neuron: ReferenceNeuron, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  call(neuron, 'Account/CreateWebForm', {
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*', ...headers },
    body: new URLSearchParams(fields).toString(),
  });

describe('CreateWebForm', () => {
  it('creates a disabled account and gives its token to the session', async () => {
    const neuron = await startHost();
    const created = await submit(neuron, fieldsFor(neuron, 'alice'), { 'accept-language': 'sv' });
    expect([created.status, created.headers.location, created.text]).toEqual([
      303,
      'https://app.test/welcome?x=1#y',
      '',
    ]);
    const [cookie = ''] = [created.headers['set-cookie']].flat();
    expect(cookie).toMatch(/^HttpSessionID=[A-Za-z0-9%]+; Path=\/; HttpOnly$/);
    const session = { cookie: `other=1; ${cookie.split(';')[0]}` };
    const { json } = await call(neuron, 'Account/GetSessionToken', { headers: session });
    expect(json).toEqual({
      AccountCreated: {
        created: expect.any(Number),
        enabled: false,
        updated: null,
        canRelay: false,
        jwt: expect.any(String),
        expires: expect.any(Number),
      },
      seconds: 3600,
    });
    const token = (json.AccountCreated as { jwt: string }).jwt;
    expect(neuron.inspect.letters()[0]?.language).toBe('sv');
    await call(neuron, 'Account/VerifyEMail', {
      token,
      body: { eMail: 'alice@mail.test', code: codeFor(neuron, 'alice@mail.test') },
    });
    expect(await call(neuron, 'Account/Info', { token })).toMatchObject({
      json: { userName: 'alice', eMail: 'alice@mail.test' },
    });
    const inXml = await call(neuron, 'Account/GetSessionToken', { headers: { ...session, accept: 'text/xml' } });
    expect(inXml.text).toMatch(
      /^<SessionToken xmlns="[^"]+" seconds="3600"><AccountCreated created="[^"]+" enabled="true" /,
    );
  });

  it('takes multipart', async () => {
    const neuron = await startHost();
    const form = new FormData();
    for (const [name, value] of Object.entries(fieldsFor(neuron, 'Åsa', { EMail: 'asa@mail.test' })))
      form.set(name, value);
    const answer = await fetch(`${neuron.url}/Agent/Account/CreateWebForm`, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    });
    expect(answer.status).toBe(303);
    expect(neuron.inspect.accounts().map(({ userName }) => userName)).toEqual(['Åsa']);
  });

  it.each([
    ['no proof', { 'g-recaptcha-response': '' }, 400],
    ['a wrong proof', { 'g-recaptcha-response': 'robot' }, 403],
    ['no password', { Password: '' }, 400],
    ['a bad name', { UserName: 'a@b' }, 400],
    ['script', { RedirectionUrl: 'javascript:alert(1)' }, 400],
    ['data', { RedirectionUrl: 'data:text/html,x' }, 400],
    ['a relative address', { RedirectionUrl: '/welcome' }, 400],
    ['a second header', { RedirectionUrl: 'https://app.test/\r\nSet-Cookie: a=b' }, 400],
    ['a tab', { RedirectionUrl: 'ht\ttps://app.test/' }, 400],
    ['a blank', { RedirectionUrl: ' https://app.test/' }, 400],
    ['an unknown field', { Extra: 'x' }, 400],
  ])('refuses %s', async (_, changes, status) => {
    const neuron = await startHost();
    const answer = await submit(neuron, fieldsFor(neuron, 'alice', changes as Record<string, string>));
    expect([answer.status, answer.headers.location]).toEqual([status, undefined]);
    expect(neuron.inspect.accounts()).toEqual([]);
  });

  it('takes no JSON and no XML', async () => {
    const neuron = await startHost();
    const fields = fieldsFor(neuron, 'alice');
    const json = await call(neuron, 'Account/CreateWebForm', { body: fields });
    const xml = await call(neuron, 'Account/CreateWebForm', {
      headers: { 'content-type': 'text/xml' },
      body: '<CreateWebForm/>',
    });
    expect([json.status, xml.status, neuron.inspect.accounts()]).toEqual([406, 400, []]);
  });

  it('carries no odd text into the header', async () => {
    const neuron = await startHost();
    const answer = await submit(
      neuron,
      fieldsFor(neuron, 'alice', { RedirectionUrl: 'https://app.test/smörgås?q=日本' }),
    );
    expect(answer.status).toBe(303);
    expect(decodeURI(String(answer.headers.location))).toBe('https://app.test/smörgås?q=日本');
  });

  it('draws on the key of its own', async () => {
    const none = await startHost({ webFormLimit: null });
    expect(await submit(none, fieldsFor(none, 'alice'))).toMatchObject({ status: 403 });
    const one = await startHost({ webFormLimit: 1 });
    expect(await submit(one, fieldsFor(one, 'alice'))).toMatchObject({ status: 303 });
    expect(await submit(one, fieldsFor(one, 'bob'))).toMatchObject({ status: 403 });
    const page = await call(one, '/Documentation/Neuron/Agent/Account/CreateWebForm.md', {
      method: 'GET',
      headers: { accept: 'text/html' },
    });
    const rows = [...page.text.matchAll(/<th scope="row">([^<]+)<\/th><td>([^<]+)<\/td>/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(rows).toEqual([
      ['Key configured', 'Yes'],
      ['Account limit', '1'],
      ['Accounts created', '1'],
      ['Accounts deleted', '0'],
      ['Accounts left', '0'],
    ]);
  });
});

describe('sessions', () => {
  it('are not taken over from a caller, and others see nothing', async () => {
    let now = 1_900_000_000_000;
    const neuron = await startHost({ now: () => now });
    const chosen = encodeURIComponent(randomBytes(32).toString('base64'));
    const created = await submit(neuron, fieldsFor(neuron, 'alice'), { cookie: `HttpSessionID=${chosen}` });
    const [cookie = ''] = [created.headers['set-cookie']].flat();
    expect(cookie).not.toContain(chosen);
    const ask = (value?: string) =>
      call(neuron, 'Account/GetSessionToken', { headers: value === undefined ? {} : { cookie: value } });
    expect(await ask()).toMatchObject({ status: 403 });
    expect(await ask(`HttpSessionID=${chosen}`)).toMatchObject({ status: 403 });
    expect(await ask('HttpSessionID=%E0%A4%A')).toMatchObject({ status: 403 });
    expect(await ask(cookie.split(';')[0])).toMatchObject({ status: 200 });
    now += 21 * 60_000;
    expect(await ask(cookie.split(';')[0])).toMatchObject({ status: 403 });
    expect(await call(neuron, 'Account/QuickLogin', { body: { seconds: 60 } })).toMatchObject({ status: 403 });
  });
});

describe('WwwLogin', () => {
  it('takes a password, after a challenge', async () => {
    const neuron = await startHost();
    const alice = { ...person('alice'), password: 'ö:lösen:ord' };
    await member(neuron, alice);
    const challenge = await call(neuron, 'Account/WwwLogin', { body: { seconds: 60 } });
    expect([challenge.status, challenge.headers['www-authenticate']]).toEqual([
      401,
      `Basic realm="${neuron.domain}", charset="UTF-8"`,
    ]);
    const basic = { authorization: `Basic ${Buffer.from('alice:ö:lösen:ord').toString('base64')}` };
    const { json } = await call(neuron, 'Account/WwwLogin', { headers: basic, body: { seconds: 60 } });
    expect(await call(neuron, 'Account/Info', { token: json.jwt })).toMatchObject({ status: 200 });
    expect(await call(neuron, 'Account/WwwLogin', { headers: basic, body: { seconds: 3601 } })).toMatchObject({
      status: 400,
    });
  });
});

describe('the other account endpoints', () => {
  it('answer as a host without identities and other hosts does', async () => {
    const neuron = await startHost();
    const token = await member(neuron, person('alice'));
    expect(await call(neuron, 'Account/RemoteReferences', { token })).toMatchObject({
      status: 200,
      json: { References: [] },
    });
    expect(await call(neuron, 'Account/PrepareRemoteQuickLogin', { token })).toMatchObject({ status: 403 });
    const petition = { legalId: 'x@legal.test', purpose: 'test' };
    expect(await call(neuron, 'Account/RemoteQuickLogin', { token, body: petition })).toMatchObject({ status: 404 });
  });
});
