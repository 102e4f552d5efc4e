import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { call, codeFor, createBody, loginBody, member, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

const wrongFor = (code: string) => (code === '123456' ? '654321' : '123456');

describe('VerifyEMail', () => {
  it('takes the code as text and as number, once', async () => {
    const neuron = await startHost();
    for (const [name, form] of [
      ['alice', String],
      ['bob', Number],
    ] as const) {
      const who = person(name);
      const { jwt } = (await call(neuron, 'Account/Create', { body: createBody(neuron, who) })).json;
      const code = codeFor(neuron, who.eMail);
      const body = { eMail: who.eMail.toUpperCase(), code: form(code) };
      const wrong = await call(neuron, 'Account/VerifyEMail', { token: jwt, body: { ...body, code: wrongFor(code) } });
      expect([wrong.status, wrong.text]).toEqual([400, 'Invalid verification code.']);
      expect((await call(neuron, 'Account/VerifyEMail', { token: jwt, body })).json).toEqual({
        eMail: who.eMail,
        userName: name,
      });
      expect(await call(neuron, 'Account/VerifyEMail', { token: jwt, body })).toMatchObject({ status: 400 });
    }
  });

  it('takes no code of another account', async () => {
    const neuron = await startHost();
    const [alice, bob] = [person('alice'), person('bob')];
    const alices = (await call(neuron, 'Account/Create', { body: createBody(neuron, alice) })).json.jwt;
    await call(neuron, 'Account/Create', { body: createBody(neuron, bob) });
    const code = codeFor(neuron, bob.eMail);
    for (const [token, eMail] of [
      [undefined, alice.eMail],
      [alices, alice.eMail],
      [alices, bob.eMail],
    ] as const) {
      const answer = await call(neuron, 'Account/VerifyEMail', { ...(token && { token }), body: { eMail, code } });
      expect(answer.status).toBe(400);
    }
    expect(neuron.inspect.accounts().map(({ enabled }) => enabled)).toEqual([false, false]);
  });

  it.each([
    ['abc', 400],
    ['', 400],
    [true, 400],
    [null, 400],
    [1.5, 400],
  ])('takes no %j', async (code, status) => {
    const neuron = await startHost();
    await call(neuron, 'Account/Create', { body: createBody(neuron, person('alice')) });
    expect(await call(neuron, 'Account/VerifyEMail', { body: { eMail: 'alice@mail.test', code } })).toMatchObject({
      status,
    });
  });
});

describe('an account before verification', () => {
  it('may not log in or reach beyond its group', async () => {
    const neuron = await startHost();
    const alice = person('alice');
    const { jwt: token } = (await call(neuron, 'Account/Create', { body: createBody(neuron, alice) })).json;
    expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, alice) })).toMatchObject({ status: 403 });
    expect(await call(neuron, 'Xmpp/PopMessages', { token })).toMatchObject({
      status: 403,
      text: 'The account is not enabled.',
    });
    const basic = { authorization: `Basic ${btoa(`alice:${alice.password}`)}` };
    expect(await call(neuron, 'Account/WwwLogin', { headers: basic, body: { seconds: 1 } })).toMatchObject({
      status: 403,
    });
    expect((await call(neuron, 'Account/Info', { token })).json).toMatchObject({
      userName: 'alice',
      eMail: null,
      eMailVerified: null,
      phoneNr: null,
    });
    expect(neuron.inspect.failures('127.0.0.1')).toBe(0);
  });
});

describe('ResendVerificationCodes', () => {
  it('sends the same code again, or a new one', async () => {
    for (const dialect of ['same', 'new']) {
      const neuron = await startHost({ dialect: { 'resend-code': dialect } });
      const alice = person('alice');
      const { jwt: token } = (await call(neuron, 'Account/Create', { body: createBody(neuron, alice) })).json;
      const first = codeFor(neuron, alice.eMail);
      const again = await call(neuron, 'Account/ResendVerificationCodes', {
        token,
        body: { eMail: alice.eMail, language: 'sv-SE' },
      });
      expect([again.status, again.json]).toEqual([200, {}]);
      const second = codeFor(neuron, alice.eMail);
      expect(neuron.inspect.letters().map(({ language }) => language)).toEqual(['en', 'sv']);
      if (dialect === 'same') expect(second).toBe(first);
      else if (second !== first) {
        const old = await call(neuron, 'Account/VerifyEMail', { token, body: { eMail: alice.eMail, code: first } });
        expect(old.status).toBe(400);
      }
      expect(
        await call(neuron, 'Account/VerifyEMail', { token, body: { eMail: alice.eMail, code: second } }),
      ).toMatchObject({ status: 200 });
      const late = await call(neuron, 'Account/ResendVerificationCodes', { token, body: { eMail: alice.eMail } });
      expect([late.status, late.text]).toEqual([400, 'Nothing waits for verification.']);
    }
  });
});

describe('the dialect of authentication', () => {
  it('asks for a token, takes one, or ignores it', async () => {
    const statuses: Record<string, number[]> = {};
    for (const reading of ['optional', 'bearer', 'none']) {
      const neuron = await startHost({ dialect: { 'verify-authentication': reading } });
      const alice = person('alice');
      await call(neuron, 'Account/Create', { body: createBody(neuron, alice) });
      const body = { eMail: alice.eMail, code: codeFor(neuron, alice.eMail) };
      const bad = await call(neuron, 'Account/VerifyEMail', { token: 'garbage', body });
      const without = await call(neuron, 'Account/VerifyEMail', { body });
      statuses[reading] = [bad.status, without.status];
    }
    expect(statuses).toEqual({ optional: [401, 200], bearer: [401, 401], none: [200, 400] });
  });
});

describe('the dialect of codes', () => {
  it('insists on text or on a number', async () => {
    for (const [reading, good, bad] of [
      ['text', String, Number],
      ['number', Number, String],
    ] as const) {
      const neuron = await startHost({ dialect: { 'code-type': reading } });
      const alice = person('alice');
      await call(neuron, 'Account/Create', { body: createBody(neuron, alice) });
      const code = codeFor(neuron, alice.eMail);
      expect(
        await call(neuron, 'Account/VerifyEMail', { body: { eMail: alice.eMail, code: bad(code) } }),
      ).toMatchObject({ status: 400 });
      expect(
        await call(neuron, 'Account/VerifyEMail', { body: { eMail: alice.eMail, code: good(code) } }),
      ).toMatchObject({ status: 200 });
    }
  });
});

describe('a phone number', () => {
  it('gets a code of its own and has to be verified too', async () => {
    const taken: unknown[] = [];
    const gateway = createServer((request, response) => {
      let text = '';
      request.on('data', chunk => {
        text += chunk;
      });
      request.on('end', () => {
        taken.push(JSON.parse(text));
        response.end();
      });
    });
    await new Promise<void>(resolve => gateway.listen(0, '127.0.0.1', resolve));
    const neuron = await startHost({ sms: `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/sms` });
    const alice = { ...person('alice'), phoneNr: '+46701234567' };
    const created = await call(neuron, 'Account/Create', { body: createBody(neuron, alice, { language: 'sv' }) });
    expect(created.json).toMatchObject({ phoneNrCodeSent: true, enabled: false });
    for (let i = 0; i < 100 && taken.length === 0; i++) await new Promise(resolve => setTimeout(resolve, 20));
    gateway.close();
    expect(taken).toEqual([
      { to: alice.phoneNr, message: expect.stringMatching(/^Din verifieringskod är \d{6}\.$/), language: 'sv' },
    ]);

    const token = created.json.jwt;
    await call(neuron, 'Account/VerifyEMail', {
      token,
      body: { eMail: alice.eMail, code: codeFor(neuron, alice.eMail) },
    });
    expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, alice) })).toMatchObject({ status: 403 });
    const again = await call(neuron, 'Account/ResendVerificationCodes', {
      token,
      body: { eMail: alice.eMail, phoneNr: alice.phoneNr },
    });
    expect(again.status).toBe(200);
    expect([neuron.inspect.letters().length, neuron.inspect.messages().length]).toEqual([1, 2]);
    const code = neuron.inspect.messages()[0]?.message.match(/\d{6}/)?.[0];
    const verified = await call(neuron, 'Account/VerifyPhoneNr', { token, body: { phoneNr: alice.phoneNr, code } });
    expect(verified.json).toEqual({ phoneNr: alice.phoneNr, userName: 'alice' });
    const info = await call(neuron, 'Account/Info', { token });
    expect(info.json).toMatchObject({ phoneNr: alice.phoneNr, phoneNrVerified: expect.any(Number) });
  });
});

describe('Recover', () => {
  it('never tells whether it worked, and mails where it did', async () => {
    const neuron = await startHost();
    const alice = person('alice');
    await member(neuron, alice);
    const answers = [];
    for (const body of [
      { userName: 'alice', eMail: alice.eMail },
      { userName: 'alice', eMail: 'other@mail.test' },
      { userName: 'nobody', eMail: alice.eMail },
      { personalNr: '123', country: 'SE', phoneNr: '+461' },
    ]) {
      const { status, json } = await call(neuron, 'Account/Recover', { body });
      answers.push({ status, json });
    }
    expect(answers).toEqual(Array(4).fill({ status: 200, json: {} }));
    expect(
      neuron.inspect
        .letters()
        .filter(({ kind }) => kind === 'recovery')
        .map(({ to }) => to),
    ).toEqual([alice.eMail]);
    for (const body of [{ eMail: 'x@y' }, { userName: 'alice' }, { personalNr: '1', eMail: 'x@y' }]) {
      expect(await call(neuron, 'Account/Recover', { body })).toMatchObject({ status: 400 });
    }
    for (let i = 0; i < 16; i++) await call(neuron, 'Account/Recover', { body: { userName: 'a', eMail: 'b' } });
    expect(await call(neuron, 'Account/Recover', { body: { userName: 'a', eMail: 'b' } })).toMatchObject({
      status: 429,
    });
  });
});
