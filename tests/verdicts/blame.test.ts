import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { startInbox } from '../../src/peers/mailbox/inbox/inbox.ts';
import { mailTo } from '../mailbox/helpers.ts';
import { freePort } from '../peers/ports.mjs';
import { causes, cli, folder, type World, world } from './support.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});
const host = async (options = {}): Promise<World> => {
  const made = await world(options);
  open.push(() => made.stop());
  return made;
};

test('a wrong API secret is a configuration error, found with one failed signature for each reading of the host', async () => {
  const { env } = await host();
  const { code, record, stdout } = await cli(['run', '--suite', 'journey'], {
    env: { ...env, NEURON_API_SECRET: 'wrong-secret-of-the-key' },
  });
  expect(code).toBe(2);
  expect(record?.verdict).toMatchObject({ outcome: 'could-not-test', blame: 'configuration' });
  expect(causes(record).map(({ blame, outcome }) => ({ blame, outcome }))).toEqual([
    { blame: 'configuration', outcome: 'could-not-test' },
  ]);
  expect(stdout).toMatch(/Check NEURON_API_KEY and NEURON_API_SECRET/);
  expect(record?.suites[0]?.steps.flatMap(step => step.exchanges)).toHaveLength(2);
});

test('a mailbox that is down is could-not-test, blamed on the mailbox, and nothing is created', async () => {
  const { env } = await host();
  const { code, record } = await cli(
    ['run', '--suite', 'journey', '--mailbox', `mailhog+http://127.0.0.1:${await freePort()}`],
    { env },
  );
  expect(code).toBe(3);
  expect(new Set(causes(record).map(({ blame }) => blame))).toEqual(new Set(['mailbox']));
  expect(record?.leftBehind).toEqual([]);
  expect(record?.spent.accounts).toBe(0);
});

test('a host that goes down half-way is blamed on the network, and what was found before is kept', async () => {
  const { env, url } = await host();
  const proxy = await forward(url, 8);
  const { code, record } = await cli(['run', '--suite', 'journey'], { env: { ...env, NEURON_HOST: proxy.url } });
  expect(code).toBe(3);
  expect(causes(record).map(({ blame, outcome }) => ({ blame, outcome }))).toEqual([
    { blame: 'network', outcome: 'could-not-test' },
  ]);
  const steps = record?.suites[0]?.steps ?? [];
  expect(steps.filter(({ outcome }) => outcome === 'pass').map(({ id }) => id)).toEqual([
    'create-alice',
    'create-bob',
    'code-alice',
    'code-bob',
    'verify-alice',
    'verify-bob',
    'login',
    'info',
    'refresh',
  ]);
});

test('a host that blocks us ends the sending, and the run is incomplete', async () => {
  const { env, url } = await host();
  const proxy = await forward(url, Number.POSITIVE_INFINITY, count =>
    count === 4
      ? { status: 429, text: 'Too many failed login attempts in a row registered. Try again in 1 hours.' }
      : null,
  );
  const { code, record } = await cli(['run', '--suite', 'journey'], { env: { ...env, NEURON_HOST: proxy.url } });
  expect(code).toBe(3);
  expect(causes(record)[0]?.message).toMatch(/blocks this address: Too many failed login attempts/);
  expect(proxy.seen()).toBe(4);
});

test('failed credentials that wait for their turn are not sent to a host that blocks us', async () => {
  const { env, url } = await host();
  const proxy = await forward(url, Number.POSITIVE_INFINITY, count =>
    count >= 5
      ? { status: 429, text: 'Too many failed login attempts in a row registered. Try again in 1 hours.' }
      : null,
  );
  const cwd = folder();
  const wrong = (id: string): string =>
    `      - { id: ${id}, refuse: Account/Login, as: alice, send: { seconds: 60 }, sign: { secret: ${id} } }\n`;
  writeFileSync(
    join(cwd, 'rush.yaml'),
    `suite: rush
title: Wrong passwords at the same time
needs: [api-key, mailbox]
actors: [alice]
steps:
  - { id: create, call: Account/Create, as: alice, send: { seconds: 3600 } }
  - { id: code, receive: verification-code, for: alice }
  - { id: verify, call: Account/VerifyEMail, as: alice, send: { eMail: $alice.eMail, code: $code } }
  - id: rush
    together:
${wrong('first')}${wrong('second')}${wrong('third')}`,
  );
  const { code, record } = await cli(['run', '--profile', 'full', '--suite', 'rush.yaml'], {
    cwd,
    env: { ...env, NEURON_HOST: proxy.url },
  });
  // DomainInfo, Create, VerifyEMail, the good log-in before failed ones, and the one that is told of the block.
  expect({ code, seen: proxy.seen() }).toEqual({ code: 3, seen: 5 });
  expect(causes(record)[0]?.message).toMatch(/blocks this address: Too many failed login attempts/);
});

test.each([1, 2, 3, 4, 5])('a mailbox that goes down after %i requests is to blame, not the suite', async lives => {
  const [place, maxBytes] = [{ host: '127.0.0.1', port: 0 }, 1_000_000];
  const quiet = { onMail: () => {}, onTrouble: () => {} };
  const limits = { mails: 100, bytes: maxBytes };
  const inbox = await startInbox({ smtp: place, http: place, limits, maxBytes, ...quiet });
  open.push(() => inbox.close());
  const proxy = await forward(`http://127.0.0.1:${inbox.http.port}`, lives);
  const { env } = await host({ smtp: { host: '127.0.0.1', port: inbox.smtp.port } });
  const cwd = folder();
  writeFileSync(join(cwd, 'neuron-conformance.yaml'), 'limits: { mail: 1s }\n');
  const { code, record } = await cli(['run', '--suite', 'journey'], {
    cwd,
    env: { ...env, NEURON_MAILBOX: `mailhog+${proxy.url}` },
  });
  const blamed = causes(record).map(({ blame, outcome }) => `${outcome}, ${blame}`);
  expect(new Set(blamed)).toEqual(new Set(['could-not-test, mailbox']));
  expect(code).toBe(3);
});

/** A reverse proxy that keeps the Host header, dies after so many requests, and may answer one itself. */
async function forward(
  target: string,
  lives: number,
  instead: (count: number) => { status: number; text: string } | null = () => null,
) {
  let seen = 0;
  const { hostname, port } = new URL(target);
  const server: Server = createServer((incoming, outgoing) => {
    seen += 1;
    if (seen > lives) {
      server.close();
      server.closeAllConnections();
      return;
    }
    const own = instead(seen);
    if (own !== null) {
      incoming.resume();
      outgoing.writeHead(own.status, { 'Content-Type': 'text/plain' }).end(own.text);
      return;
    }
    const onward = request(
      { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      answer => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(onward);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  open.push(async () => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen: () => seen };
}

test('the code of a mail to somebody else is not told with its subject', async () => {
  const { env, mailbox } = await host({ faults: ['mail-never-sent'] });
  const cwd = folder();
  writeFileSync(join(cwd, 'neuron-conformance.yaml'), 'limits: { mail: 1s }\n');
  const { record } = await cli(['run', '--suite', 'journey'], { env, cwd, started: () => mailWhenOpen(mailbox) });
  // Of both: that of bob is looked for after a test mail of our own.
  const last = expect.stringMatching(/ The last mail seen was "Your code is «code»" for eve@else\.example\.$/);
  expect(causes(record).map(({ message }) => message)).toEqual([last, last]);
});

/** Mails a code to somebody else as soon as the mailbox listens. */
async function mailWhenOpen(mailbox: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    try {
      await mailTo(mailbox, 'eve@else.example', 'Hello.', { subject: 'Your code is 482913' });
      return;
    } catch {
      await delay(20);
    }
  }
}

test('a Neuron that calls its JSON a page is a Neuron with a fault', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('{"domain":"page.example"}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const target = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const { code, record } = await cli(['run', '--suite', 'domain', '--target', target]);
  server.close();
  expect(code).toBe(1);
  expect(new Set(causes(record).map(({ check, blame }) => `${check} ${blame}`))).toContain('answer-media-type host');
});
