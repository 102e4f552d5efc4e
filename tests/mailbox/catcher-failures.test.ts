import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { openMailbox } from '../../src/peers/mailbox/index.ts';
import { never } from './helpers.ts';

const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** A peer that answers by script, for what no real MailHog does on request. */
async function serve(handle: (request: IncomingMessage, answer: ServerResponse) => void): Promise<string> {
  const server = createServer(handle);
  servers.push(server);
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return `mailhog+http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const page = (items: readonly object[]) =>
  JSON.stringify({ total: items.length, count: items.length, start: 0, items });
const item = (id: string, to: string, created = new Date().toISOString()) => ({
  ID: id,
  Created: created,
  Raw: { From: 'noreply@neuron.example.com', To: [to], Data: `To: ${to}\r\n\r\nYour code is 616161`, Helo: 'x' },
});

const opening = async (url: string) => {
  const error = await openMailbox(url, { runId: 'r1' }, AbortSignal.timeout(15_000)).catch(each => each);
  return `${error.code}: ${error.message} → ${error.next}`.replaceAll(/:\d{4,5}\b/g, ':PORT');
};

test('what is no MailHog is said in one sentence', async () => {
  const html = await serve((_, answer) => answer.end('<html>It works!</html>'));
  const missing = await serve((_, answer) => answer.writeHead(404).end());
  expect(await opening(html)).toBe(
    'MAILBOX_NOT_AS_NAMED: mailhog+http://127.0.0.1:PORT answers, but not as MailHog does. → Check the URL: mailhog+http://… is for MailHog, mailpit+http://… for Mailpit.',
  );
  expect(await opening(missing)).toBe(
    'MAILBOX_NOT_AS_NAMED: mailhog+http://127.0.0.1:PORT answers /api/v2/messages?start=0&limit=1 with status 404, which MailHog does not. → Check that it is MailHog that listens there, and its path.',
  );
  expect(await opening('mailhog+http://127.0.0.1:9')).toBe(
    'MAILBOX_UNREACHABLE: MailHog at mailhog+http://127.0.0.1:9 cannot be reached: connect ECONNREFUSED 127.0.0.1:9. → Check that MailHog runs there and that the URL of the mailbox is right.',
  );
});

test('one that is down for a while is asked again, and the mail is found', async () => {
  let asked = 0;
  const url = await serve((request, answer) => {
    asked += 1;
    if (request.url?.startsWith('/api/v1/messages/one/download'))
      answer.end('Subject: Code\r\n\r\nYour code is 616161');
    else if (request.url?.startsWith('/api/v2/messages')) answer.end(page([]));
    else if (request.url?.startsWith('/api/v2/search') && asked < 6) answer.destroy();
    else if (request.url?.startsWith('/api/v2/search')) answer.end(page([item('one', 'alice.r1@conformance.example')]));
    else answer.writeHead(404).end();
  });
  const mailbox = await openMailbox(url, { runId: 'r1' }, never());
  const to = mailbox.address('alice');
  const since = await mailbox.watermark(never());
  const wait = await mailbox.waitFor({ to, since, deadline: Date.now() + 8_000, signal: never() });
  await mailbox.close();
  expect(wait.kind === 'arrived' && wait.mails.map(mail => mail.code.code)).toEqual(['616161']);
  expect(wait.attempts).toBeGreaterThan(1);
}, 15_000);

test('one that stays down, or hangs, is unreachable by the deadline', async () => {
  for (const misbehave of [(answer: ServerResponse) => answer.writeHead(500).end(), () => {}]) {
    let opened = false;
    const url = await serve((_, answer) => (opened ? misbehave(answer) : answer.end(page([]))));
    const mailbox = await openMailbox(url, { runId: 'r1' }, never());
    const since = await mailbox.watermark(never());
    opened = true;
    const at = Date.now();
    const wait = await mailbox.waitFor({ to: mailbox.address('alice'), since, deadline: at + 1_000, signal: never() });
    expect(wait.kind).toBe('unreachable');
    expect(Date.now() - at).toBeLessThan(4_000);
    await mailbox.close();
  }
}, 20_000);

test('a download that is not offered is made up for by what the server shows; an unknown id answers null', async () => {
  const to = 'alice.r1@conformance.example';
  let known = true;
  let asked = 0;
  const url = await serve((request, answer) => {
    asked += 1;
    if (request.url?.endsWith('/download')) answer.writeHead(500).end();
    else if (request.url === '/api/v1/messages/one') answer.end(known ? JSON.stringify(item('one', to)) : 'null');
    else answer.end(page(asked > 2 ? [item('one', to)] : []));
  });
  const mailbox = await openMailbox(url, { runId: 'r1' }, never());
  const since = { adapter: 'mailhog', at: 0, position: 0 };
  known = false;
  await expect(mailbox.mailsFor(to, since, never())).rejects.toThrow('is no longer in MailHog');
  known = true;
  expect((await mailbox.mailsFor(to, since, never())).map(mail => mail.code.code)).toEqual(['616161']);
  await mailbox.close();
});

test('a mailbox whose clock is an hour ahead finds the mail, and arrival is told by our clock', async () => {
  const hour = 3_600_000;
  const to = 'alice.r1@conformance.example';
  const items = [item('old', to, new Date(Date.now() + hour).toISOString())];
  const url = await serve((request, answer) => {
    answer.setHeader('date', new Date(Date.now() + hour).toUTCString());
    if (request.url?.endsWith('/download')) answer.end('Subject: Code\r\n\r\nYour code is 616161');
    else answer.end(page([...items].reverse()));
  });
  const mailbox = await openMailbox(url, { runId: 'r1' }, never());
  const since = await mailbox.watermark(never());
  const before = Date.now();
  items.push(item('new', to, new Date(before + hour + 5).toISOString()));
  const wait = await mailbox.waitFor({ to, since, deadline: Date.now() + 5_000, signal: never() });
  await mailbox.close();
  const arrived = wait.kind === 'arrived' ? wait.mails : [];
  expect(arrived.map(mail => mail.id)).toEqual(['new']);
  expect(Math.abs((arrived[0]?.arrivedAt ?? 0) - before)).toBeLessThan(2_000);
});
