import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '../../src/peers/mailbox/index.ts';
import { never } from './helpers.ts';

const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Held {
  readonly ID: string;
  readonly Created: string;
  readonly From: { readonly Name: string; readonly Address: string };
  readonly To: readonly { readonly Name: string; readonly Address: string }[];
  readonly Cc: null;
  readonly Bcc: readonly { readonly Name: string; readonly Address: string }[];
}

/**
 * A stand-in that answers as Mailpit's API documentation describes (no Mailpit can be installed where these tests run):
 * searches are case-insensitive parts of the addresses of a message, newest first, and `total` counts the whole store.
 */
async function mailpit() {
  const held: Held[] = [];
  const asked: string[] = [];
  const page = (found: readonly Held[], start: number, limit: number) =>
    JSON.stringify({
      total: held.length,
      unread: held.length,
      count: Math.min(limit, found.length),
      messages_count: found.length,
      start,
      tags: [],
      messages: found.slice(start, start + limit).map(each => ({
        ...each,
        MessageID: `${each.ID}@neuron.example.com`,
        ReplyTo: [],
        Subject: 'Verification Code',
        Size: 100,
        Attachments: 0,
        Read: false,
        Tags: [],
        Snippet: 'Your code',
      })),
    });
  const server = createServer((request, answer) => {
    const url = new URL(request.url ?? '/', 'http://mailpit');
    asked.push(url.pathname);
    const number = (name: string) => Number(url.searchParams.get(name) ?? 0);
    const newest = [...held].reverse();
    const raw = /^\/mail\/api\/v1\/message\/(\w+)\/raw$/.exec(url.pathname)?.[1];
    answer.setHeader('content-type', 'application/json');
    if (url.pathname === '/mail/api/v1/messages') answer.end(page(newest, number('start'), number('limit')));
    else if (url.pathname === '/mail/api/v1/search') {
      const text = /^addressed:"(.+)"$/.exec(url.searchParams.get('query') ?? '')?.[1] ?? '\n';
      const found = newest.filter(each =>
        [each.From, ...each.To, ...each.Bcc].some(({ Address }) => Address.toLowerCase().includes(text.toLowerCase())),
      );
      answer.end(page(found, number('start'), number('limit')));
    } else if (raw !== undefined)
      answer.setHeader('content-type', 'text/plain').end(`Subject: Code\r\n\r\nYour code is ${raw.slice(-6)}`);
    else answer.writeHead(404).end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  const address = (Address: string) => ({ Name: '', Address });
  const receive = (code: string, to: string, bcc: readonly string[] = []) =>
    held.push({
      ID: `m${code}`,
      Created: new Date().toISOString(),
      From: address('noreply@neuron.example.com'),
      To: [address(to)],
      Cc: null,
      Bcc: bcc.map(address),
    });
  return { url: `mailpit+http://127.0.0.1:${(server.address() as AddressInfo).port}/mail/`, receive, asked };
}

async function open(url: string): Promise<Mailbox> {
  const mailbox = await openMailbox(url, { runId: 'r1' }, AbortSignal.timeout(10_000));
  closers.push(() => mailbox.close());
  return mailbox;
}

test('a mail is found among others by its recipient, under a path, and its raw message read', async () => {
  const { url, receive, asked } = await mailpit();
  receive('100000', 'alice.r1@conformance.example');
  const mailbox = await open(url);
  const to = mailbox.address('alice');
  const since = await mailbox.watermark(never());
  const wait = mailbox.waitFor({ to, since, deadline: Date.now() + 5_000, signal: never() });
  setTimeout(() => {
    receive('200000', mailbox.address('bob'));
    receive('300000', to.toUpperCase());
  }, 50);
  const arrived = await wait;
  expect(arrived.kind === 'arrived' && arrived.mails.map(mail => [mail.id, mail.code.code])).toEqual([
    ['m300000', '300000'],
  ]);
  expect(asked.filter(path => path.endsWith('/raw'))).toEqual(['/mail/api/v1/message/m300000/raw']);
});

test('an envelope recipient that no header names is found too', async () => {
  const { url, receive } = await mailpit();
  const mailbox = await open(url);
  const to = mailbox.address('alice');
  const since = await mailbox.watermark(never());
  receive('400000', 'list@conformance.example', [to]);
  const arrived = await mailbox.waitFor({ to, since, deadline: Date.now() + 5_000, signal: never() });
  expect(arrived.kind === 'arrived' && arrived.mails.map(mail => mail.code.code)).toEqual(['400000']);
});

test('sixty mails for one actor are all found, over two pages', async () => {
  const { url, receive } = await mailpit();
  const mailbox = await open(url);
  const to = mailbox.address('alice');
  const since = { adapter: 'mailpit', at: 0, position: 0 };
  for (let n = 0; n < 60; n += 1) receive(`${500_000 + n}`, to);
  const mails = await mailbox.mailsFor(to, since, never());
  expect(mails.map(mail => mail.code.code)).toEqual(Array.from({ length: 60 }, (_, n) => `${500_000 + n}`));
});
