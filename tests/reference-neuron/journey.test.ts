import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
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

describe('mail', () => {
  it('reaches a server that starts later, over real SMTP', async () => {
    const mails: Buffer[] = [];
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', chunk => chunks.push(chunk));
        stream.on('end', () => {
          mails.push(Buffer.concat(chunks));
          done();
        });
      },
    });
    const probe = await import('node:net').then(({ createServer }) => createServer());
    const port: number = await new Promise(resolve =>
      probe.listen(0, '127.0.0.1', () => resolve((probe.address() as { port: number }).port)),
    );
    await new Promise(resolve => probe.close(resolve));
    const neuron = await startHost({ smtp: { host: '127.0.0.1', port } });
    const created = await call(neuron, 'Account/Create', {
      body: createBody(neuron, person('sven'), { language: 'sv' }),
    });
    expect(created.json.eMailCodeSent).toBe(true);
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
    for (let i = 0; i < 100 && mails.length === 0; i++) await new Promise(resolve => setTimeout(resolve, 50));
    const mail = await simpleParser(mails[0] ?? '');
    expect(mail.subject).toBe('Verifieringskod');
    expect(mail.to).toMatchObject({ text: 'sven@mail.test' });
    expect(mail.text).toContain(codeFor(neuron, 'sven@mail.test'));
    expect(mail.html).toContain(codeFor(neuron, 'sven@mail.test'));
    await neuron.stop();
    await new Promise<void>(resolve => server.close(resolve));
  });
});
