import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startInbox } from '../../src/peers/mailbox/inbox/inbox.ts';
import { codeOfFile, type Mailbox, type MailboxOptions, openMailbox } from '../../src/peers/mailbox/index.ts';
import { mailTo, never } from './helpers.ts';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function open(url: string, options: Partial<MailboxOptions> = {}): Promise<Mailbox> {
  const mailbox = await openMailbox(url, { runId: 'r1', ...options }, AbortSignal.timeout(10_000));
  closers.push(() => mailbox.close());
  return mailbox;
}

async function inbox(password?: string) {
  const place = { host: '127.0.0.1', port: 0 };
  const started = await startInbox({
    smtp: place,
    http: place,
    limits: { mails: 5_000, bytes: 64 * 1024 * 1024 },
    maxBytes: 40 * 1024 * 1024,
    password,
    onMail: () => {},
    onTrouble: message => expect.unreachable(message),
  });
  closers.push(() => started.close());
  return { smtp: `smtp://127.0.0.1:${started.smtp.port}`, http: `127.0.0.1:${started.http.port}` };
}

interface Recorded {
  readonly items: readonly {
    readonly ID: string;
    readonly Content: { readonly Headers: Record<string, string[]>; readonly Body: string };
  }[];
}

const EMPTY = '{"total":0,"count":0,"start":0,"items":[]}';

/** Serves what a real MailHog 1.x answered, byte for byte, from the second request on; the first finds it empty. */
async function recorded() {
  const file = (name: string) => readFile(new URL(`../data/mailhog/${name}`, import.meta.url));
  const all: Recorded = JSON.parse((await file('messages.json')).toString());
  const asked: string[] = [];
  const download = (id: string) => {
    const { Headers, Body } = all.items.find(each => each.ID === id)!.Content;
    const lines = Object.entries(Headers).flatMap(([name, values]) => values.map(value => `${name}: ${value}\r\n`));
    return `${lines.join('')}\r\n${Body}`;
  };
  const server: Server = createServer(async (request, answer) => {
    const url = new URL(request.url ?? '/', 'http://mailhog');
    const [, id] = /^\/api\/v1\/messages\/(.+)\/download$/.exec(decodeURIComponent(url.pathname)) ?? [];
    asked.push(request.url ?? '');
    const json = (body: string | Buffer) => answer.writeHead(200, { 'content-type': 'text/json' }).end(body);
    if (url.pathname === '/api/v2/messages') json(asked.length <= 2 ? EMPTY : await file('messages.json'));
    else if (url.pathname === '/api/v2/search') json(await file(`search-${url.searchParams.get('kind')}.json`));
    else if (id !== undefined) answer.writeHead(200, { 'content-type': 'message/rfc822' }).end(download(id));
    else answer.writeHead(404).end();
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => server.close());
  return { http: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

test('the answers of a real MailHog are read', async () => {
  const { http, asked } = await recorded();
  const mailbox = await open(`mailhog+http://${http}`);
  const since = { adapter: 'mailhog', at: 0, position: 0 };
  const mails = await mailbox.mailsFor('alice@mail.example.test', since, never());
  expect(mails.map(mail => [mail.subject, mail.envelopeFrom, mail.envelopeTo, mail.code.code])).toEqual([
    ['Verification Code', 'noreply@neuron.example.com', ['alice@mail.example.test'], '482915'],
    ['Verification Code', 'noreply@neuron.example.com', ['alice@mail.example.test'], '731046'],
    ['Unrelated notice', 'noreply@neuron.example.com', ['alice@mail.example.test'], null],
  ]);
  expect(mails[2]?.received).toHaveLength(1);
  expect(asked.map(path => path.replace(/messages\/[^/]+\//, 'messages/…/')).sort()).toEqual([
    '/api/v1/messages/…/download',
    '/api/v1/messages/…/download',
    '/api/v1/messages/…/download',
    '/api/v2/messages?start=0&limit=1',
    '/api/v2/messages?start=0&limit=1',
    '/api/v2/search?kind=to&query=alice%40mail.example.test&start=0&limit=50',
  ]);
  expect((await mailbox.watermark(never())).position).toBeCloseTo(Date.parse('2026-11-21T18:06:00.262Z'), -1);
});

test('the raw message is the recorded one', async () => {
  const raw = await readFile(new URL('../data/mailhog/message.eml', import.meta.url));
  const { code } = await codeOfFile(raw);
  expect(code).toBeNull();
});

test('a mail is found by its recipient, fetched raw and read', async () => {
  const { smtp, http } = await inbox();
  const mailbox = await open(`mailhog+http://${http}`, { probe: smtp });
  const to = mailbox.address('alice');
  await mailTo(smtp, to, 'Your code is 111111');
  const since = await mailbox.watermark(never());
  await mailTo(smtp, mailbox.address('bob'), 'Your code is 222222');
  const wait = mailbox.waitFor({ to, since, deadline: Date.now() + 5_000, signal: never() });
  await mailTo(smtp, to, 'Your code is 003333');
  const arrived = await wait;
  expect(arrived.kind === 'arrived' && arrived.mails.map(mail => [mail.envelopeTo, mail.code.code])).toEqual([
    [[to], '003333'],
  ]);
  expect(await mailbox.probe(never())).toMatchObject({ kind: 'works' });
});

test('a mail that never comes is late, with the last mail seen', async () => {
  const { smtp, http } = await inbox();
  const mailbox = await open(`mailhog+http://${http}`);
  const since = await mailbox.watermark(never());
  await mailTo(smtp, 'somebody@else.example', 'Your code is 222222');
  const wait = await mailbox.waitFor({
    to: mailbox.address('alice'),
    since,
    deadline: Date.now() + 500,
    signal: never(),
  });
  expect(wait.kind === 'late' && wait.last?.envelopeTo).toEqual(['somebody@else.example']);
  expect(await mailbox.probe(never())).toMatchObject({ kind: 'impossible' });
});

test('Basic authentication: user in the URL, password as option; a wrong one is one sentence', async () => {
  const { http } = await inbox('open sesame');
  await open(`mailhog+http://qa@${http}`, { password: 'open sesame' });
  await expect(open(`mailhog+http://qa@${http}`, { password: 'wrong' })).rejects.toMatchObject({
    code: 'MAILBOX_REFUSED',
    message: `MailHog at mailhog+http://${http} refuses us with status 401.`,
  });
});

test('looking never exceeds four requests a second, download included', async () => {
  const { http, asked } = await recorded();
  const mailbox = await open(`mailhog+http://${http}`, { domain: 'mail.example.test' });
  const since = await mailbox.watermark(never());
  asked.length = 0;
  const deadline = Date.now() + 1_900;
  const actors = Array.from({ length: 100 }, (_, index) => mailbox.address(`actor${index}`));
  await Promise.all(actors.map(to => mailbox.waitFor({ to, since, deadline, signal: never() })));
  const searches = asked.filter(path => path.startsWith('/api/v2/search'));
  expect(searches.length).toBeGreaterThanOrEqual(4);
  expect(searches.length).toBeLessThanOrEqual(8);
});
