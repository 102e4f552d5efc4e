import { describe, expect, it } from 'vitest';
import { call, codeFor, createBody, loginBody, member, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

describe('the life of an account', () => {
  it('goes from creation to log-out', async () => {
    const neuron = await startHost();
    const alice = person('alice');
    const bob = person('bob');
    const before = Math.floor(Date.now() / 1000);
    const created = await call(neuron, 'Account/Create', { body: createBody(neuron, alice, { seconds: 60 }) });
    expect(created).toMatchObject({
      status: 200,
      json: { enabled: false, canRelay: false, updated: null, phoneNrCodeSent: false },
    });
    expect(created.json.created).toBeGreaterThanOrEqual(before);
    expect(created.json.expires - created.json.created).toBe(60);

    expect(await call(neuron, 'Account/Login', { body: loginBody(neuron, alice) })).toMatchObject({ status: 403 });
    const verified = await call(neuron, 'Account/VerifyEMail', {
      body: { eMail: alice.eMail, code: codeFor(neuron, alice.eMail) },
    });
    expect(verified.json).toEqual({ eMail: alice.eMail, userName: 'alice' });

    const bobs = await member(neuron, bob);
    const login = await call(neuron, 'Account/Login', { body: loginBody(neuron, alice) });
    const refreshed = await call(neuron, 'Account/Refresh', { token: login.json.jwt, body: { seconds: 100 } });
    expect(await call(neuron, 'Account/Info', { token: login.json.jwt })).toMatchObject({ status: 401 });
    const token = refreshed.json.jwt;
    expect((await call(neuron, 'Account/Info', { token })).json).toEqual({
      userName: 'alice',
      created: created.json.created,
      updated: expect.any(Number),
      eMail: alice.eMail,
      eMailVerified: expect.any(Number),
      phoneNr: '',
      phoneNrVerified: null,
    });

    const message = 'Smörgås 🧀 ‮right‬ <b>&amp;</b>\n\ttab';
    const sent = await call(neuron, 'Xmpp/SendTextMessage', {
      token,
      body: { to: `bob@${neuron.domain}`, message, id: 'm-1', language: 'en' },
    });
    expect(sent.json).toEqual({ sent: true, id: 'm-1' });
    expect((await call(neuron, 'Xmpp/PopMessages', { token: bobs, body: { maxCount: 10 } })).json).toEqual({
      Messages: [
        {
          id: 'm-1',
          from: `alice@${neuron.domain}/agent`,
          to: `bob@${neuron.domain}`,
          lang: 'en',
          type: 'chat',
          timestamp: expect.any(Number),
          Content: [{ __name: 'body', __ns: 'jabber:client', value: message }],
        },
      ],
    });
    expect((await call(neuron, 'Xmpp/PopMessages', { token: bobs })).json).toEqual({ Messages: [] });
    expect((await call(neuron, 'Xmpp/ClearMessages', { token: bobs })).json).toEqual({ count: 0 });

    expect(await call(neuron, 'Account/Logout', { token })).toMatchObject({ status: 200, json: {} });
    expect(await call(neuron, 'Account/Info', { token })).toMatchObject({
      status: 401,
      text: 'Unauthorized access prohibited.',
      headers: {
        'www-authenticate': `Bearer realm="${neuron.domain}", error="invalid_token", error_description="Token uses deprecated algorithm."`,
      },
    });
  });
});
