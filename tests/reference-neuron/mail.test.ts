import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../peers/ports.mjs';
import { call, codeFor, createBody, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

interface Received {
  to: string[];
  from: string;
  raw: string;
}

const servers: SMTPServer[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close(() => undefined);
});

async function mailServer(port = 0): Promise<{ port: number; mails: Received[] }> {
  const mails: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', chunk => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        mails.push({ to: envelope.rcptTo.map(({ address }) => address), from, raw: Buffer.concat(chunks).toString() });
        done();
      });
    },
  });
  servers.push(server);
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', () => resolve()));
  return { port: (server.server.address() as AddressInfo).port, mails };
}

async function until(done: () => boolean, milliseconds = 4_000): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!done() && Date.now() < end) await new Promise(resolve => setTimeout(resolve, 20));
}

describe('a mail with a code', () => {
  it('comes in two parts, in the language asked for', async () => {
    const { port, mails } = await mailServer();
    const neuron = await startHost({ smtp: { host: '127.0.0.1', port } });
    const created = await call(neuron, 'Account/Create', {
      body: createBody(neuron, person('sven'), { language: 'sv' }),
    });
    expect(created.json.eMailCodeSent).toBe(true);
    await until(() => mails.length > 0);
    const [mail] = mails;
    const parsed = await simpleParser(mail?.raw ?? '');
    const code = codeFor(neuron, 'sven@mail.test');
    expect(mail).toMatchObject({ to: ['sven@mail.test'], from: `no-reply@${neuron.domain}` });
    expect(parsed.subject).toBe('Verifieringskod');
    expect(parsed.text).toContain(`verifieringskod: ${code}`);
    expect(parsed.html).toContain(`<strong>${code}</strong>`);
    expect(parsed.headers.get('content-language')).toBe('sv');
    expect(mail?.raw.split('\r\n\r\n')[0]).not.toContain(code);
    await neuron.stop();
  });

  it('waits for a server that starts later', async () => {
    const port = await freePort();
    const neuron = await startHost({ smtp: { host: '127.0.0.1', port } });
    await call(neuron, 'Account/Create', { body: createBody(neuron, person('alice')) });
    await new Promise(resolve => setTimeout(resolve, 150));
    const { mails } = await mailServer(port);
    await until(() => mails.length > 0);
    expect(mails.map(({ to }) => to)).toEqual([['alice@mail.test']]);
    await neuron.stop();
  });

  it('is not sent again to a server that refuses it', async () => {
    let asked = 0;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_address, _session, done) => {
        asked++;
        done(Object.assign(new Error('No such mailbox'), { responseCode: 550 }));
      },
    });
    servers.push(server);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.server.address() as AddressInfo;
    const neuron = await startHost({ smtp: { host: '127.0.0.1', port } });
    await call(neuron, 'Account/Create', { body: createBody(neuron, person('alice')) });
    await until(() => asked > 0);
    await new Promise(resolve => setTimeout(resolve, 400));
    expect(asked).toBe(1);
    await neuron.stop();
  });

  it('does not keep a host from stopping', async () => {
    const neuron = await startHost({ smtp: { host: '127.0.0.1', port: await freePort() } });
    await call(neuron, 'Account/Create', { body: createBody(neuron, person('alice')) });
    const before = Date.now();
    await neuron.stop();
    expect(Date.now() - before).toBeLessThan(2_000);
  });

  it.each([
    ['mail-from-nobody', /^(?![\s\S]*^From:)/m],
    ['mail-code-in-subject', /^Subject: Verification code \d{6}$/m],
    ['mail-code-in-header', /^X-Verification-Code: \d{6}$/m],
    ['mail-code-in-message-id', /^Message-ID: <\d{6}\./m],
    ['mail-to-mangled-address', /^To: lice@mail\.test$/m],
    ['mail-holds-password', /pass-alice-word/],
  ])('shows the fault %s on the wire', async (fault, line) => {
    const { port, mails } = await mailServer();
    const neuron = await startHost({ smtp: { host: '127.0.0.1', port }, faults: [fault] });
    await call(neuron, 'Account/Create', { body: createBody(neuron, person('alice')) });
    await until(() => mails.length > 0);
    expect(mails[0]?.raw).toMatch(line);
    await neuron.stop();
  });
});
