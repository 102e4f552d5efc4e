import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { startInbox } from '../../src/peers/mailbox/inbox/inbox.ts';
import { mailTo } from './helpers.ts';
import { runCli } from './peers/cli.ts';
import { walkJourney } from './peers/journey.ts';

const closers: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'inbox-'));
  closers.push(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

async function inbox(options: { folder?: string; mails?: number; bytes?: number } = {}) {
  const place = { host: '127.0.0.1', port: 0 };
  const codes: (string | null)[] = [];
  const started = await startInbox({
    smtp: place,
    http: place,
    folder: options.folder,
    limits: { mails: options.mails ?? 100, bytes: options.bytes ?? 1024 * 1024 },
    maxBytes: 1024 * 1024,
    onMail: mail => codes.push(mail.code.code),
    onTrouble: message => expect.unreachable(message),
  });
  closers.push(() => started.close());
  const http = `http://127.0.0.1:${started.http.port}`;
  return { smtp: `smtp://127.0.0.1:${started.smtp.port}`, http, codes };
}

test('what a real MailHog answers and what the inbox answers have the same shape', async () => {
  const { smtp, http } = await inbox();
  await mailTo(smtp, ['alice@mail.example.test', 'bob@mail.example.test'], 'Your code is 120012');
  const ours = await (await fetch(`${http}/api/v2/search?kind=to&query=ALICE`)).json();
  const theirs = JSON.parse(await readFile(new URL('../data/mailhog/search-to.json', import.meta.url), 'utf8'));
  expect(shapeOf(ours.items[0])).toEqual(shapeOf(theirs.items[0]));
  expect(Object.keys(ours)).toEqual(Object.keys(theirs));
  expect(ours.items[0].Raw).toMatchObject({
    From: 'noreply@neuron.example.com',
    To: ['alice@mail.example.test', 'bob@mail.example.test'],
  });
});

/** Names and types, without the names of headers, which every mail has of its own. */
function shapeOf(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (name === 'Headers' || typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner, key)]));
}

test('messages, search, one message, download, delete', async () => {
  const { smtp, http } = await inbox();
  for (const to of ['alice@a.example', 'bob@b.example']) await mailTo(smtp, to, `To ${to}`);
  const get = async (path: string) => (await fetch(http + path)).json();
  const list = await get('/api/v2/messages?limit=1');
  expect([list.total, list.count, list.items[0].Raw.To]).toEqual([2, 1, ['bob@b.example']]);
  const older = await get('/api/v2/messages?start=1');
  const id = encodeURIComponent(older.items[0].ID);
  expect((await get(`/api/v1/messages/${id}`)).Raw.To).toEqual(['alice@a.example']);
  expect(await get('/api/v1/messages/nobody')).toBeNull();
  expect((await get('/api/v1/messages')).length).toBe(2);
  expect((await get('/api/v2/search?kind=containing&query=To%20bob')).total).toBe(1);
  expect((await get('/api/v2/search?kind=from&query=neuron.example.com')).total).toBe(2);
  const raw = await fetch(`${http}/api/v1/messages/${id}/download`);
  expect([raw.headers.get('content-type'), (await raw.text()).includes('To alice@a.example')]).toEqual([
    'message/rfc822',
    true,
  ]);
  const status = async (method: string, path: string) => (await fetch(http + path, { method })).status;
  expect(await status('DELETE', `/api/v1/messages/${id}`)).toBe(200);
  expect((await get('/api/v2/messages')).total).toBe(1);
  expect(await status('DELETE', '/api/v1/messages')).toBe(200);
  expect((await get('/api/v2/messages')).total).toBe(0);
  expect(await status('GET', '/api/v2/search?kind=colour&query=x')).toBe(400);
  expect(await status('GET', '/api/v9')).toBe(404);
  expect(await status('GET', '/api/v1/messages/%zz')).toBe(404);
  expect(await status('POST', '/api/v2/messages')).toBe(405);
});

test('the folder holds the newest mails within its limits and leaves other files alone', async () => {
  const dir = await folder();
  await writeFile(join(dir, 'notes.txt'), 'mine');
  const { smtp, codes } = await inbox({ folder: dir, mails: 3 });
  for (let n = 0; n < 5; n += 1) await mailTo(smtp, 'alice@a.example', `Your code is ${100_000 + n}`);
  await expect.poll(() => codes).toEqual(['100000', '100001', '100002', '100003', '100004']);
  const names = (await readdir(dir)).sort();
  expect(names.at(-1)).toBe('notes.txt');
  const kept = await Promise.all(names.slice(0, -1).map(name => readFile(join(dir, name), 'utf8')));
  expect(kept.map(mail => /\d{6}\s*$/.exec(mail)?.[0].trim())).toEqual(['100002', '100003', '100004']);
  await closers.pop()?.();
  const again = await inbox({ folder: dir, mails: 3 });
  await mailTo(again.smtp, 'alice@a.example', 'Your code is 200000');
  await expect.poll(() => again.codes).toEqual(['200000']);
  expect((await readdir(dir)).length).toBe(4);
});

test('the command prints its addresses and every mail, and ends with Ctrl-C', async () => {
  const dir = await folder();
  const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
  const args = [main, 'inbox', '--smtp', '127.0.0.1:0', '--http', '127.0.0.1:0', '--keep', dir, '--json'];
  const child: ChildProcessByStdio<null, Readable, null> = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
  closers.push(async () => child.kill());
  let said = '';
  child.stdout.on('data', chunk => (said += chunk));
  const lines = () =>
    said
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line));
  await expect.poll(() => lines().length, { timeout: 10_000 }).toBe(1);
  const { smtp, mailbox } = lines()[0];
  expect(mailbox).toMatch(/^mailhog\+http:\/\/127\.0\.0\.1:\d+$/);
  await mailTo(`smtp://${smtp}`, 'alice@a.example', 'Your code is 123123', { subject: 'Code\u001b[31m' });
  await expect.poll(() => lines().length, { timeout: 10_000 }).toBe(2);
  expect(lines()[1]).toMatchObject({ from: 'noreply@neuron.example.com', to: ['alice@a.example'], code: '123123' });
  expect((await readdir(dir)).length).toBe(1);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
});

test('the journey passes over the inbox and MailHog’s API', async () => {
  const { smtp, http } = await inbox();
  const subjects = await walkJourney(smtp, `mailhog+${http}`);
  expect(subjects.length).toBeGreaterThanOrEqual(2);
}, 60_000);

test('a place that is none is one sentence and exit 2', async () => {
  expect(await runCli(['inbox', '--smtp', 'everywhere'])).toEqual({
    code: 2,
    output: `Option '--smtp <host:port>' argument 'everywhere' is invalid. "everywhere" is not host:port.\n→ See neuron-conformance inbox --help.\n`,
  });
});
