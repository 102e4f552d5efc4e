import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { mutantsOf } from '../../src/cli/faults/proxy/derive.ts';
import { type Act, NEUTRAL } from '../../src/cli/faults/proxy/mutant.ts';
import { mutate, type Passing } from '../../src/cli/faults/proxy/mutate.ts';
import { startProxy } from '../../src/cli/faults/proxy/proxy.ts';
import { bench } from './support/recorded.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const json = (value: unknown, status = 200): Passing => ({
  status,
  headers: [['Content-Type', 'application/json; charset=utf-8']],
  body: Buffer.from(JSON.stringify(value)),
});
const member = (path: readonly string[], act: 'dropped' | 'renamed' | 'retyped' | 'nulled'): Act => ({
  kind: 'member',
  path,
  act,
});
const after = (answer: Passing, act: Act): unknown => {
  const changed = mutate(answer, act);
  return changed === null ? 'untouched' : JSON.parse(changed.body.toString());
};

it('changes one member and nothing else', () => {
  const answer = json({ a: 'x', list: [{ b: 1 }, { c: true }], one: { b: false }, nothing: null });
  expect(after(answer, member(['a'], 'dropped'))).toEqual({
    list: [{ b: 1 }, { c: true }],
    one: { b: false },
    nothing: null,
  });
  expect(after(json({ a: 'x' }), member(['a'], 'renamed'))).toEqual({ aOf: 'x' });
  expect(after(json({ a: 'x', b: 1 }), member(['a'], 'nulled'))).toEqual({ a: null, b: 1 });
  expect(after(json({ a: 'x', b: 1, c: true, d: {}, e: [] }), member(['a'], 'retyped'))).toMatchObject({ a: 17, b: 1 });
  expect(after(json({ b: 1 }), member(['b'], 'retyped'))).toEqual({ b: 'seventeen' });
  expect(after(answer, member(['list', '*', 'b'], 'retyped'))).toMatchObject({
    list: [{ b: 'seventeen' }, { c: true }],
  });
  expect(after(answer, member(['one', '*', 'b'], 'dropped'))).toMatchObject({ one: {} });
  expect(after(answer, { kind: 'added', name: 'new' })).toMatchObject({ a: 'x', new: 1 });
});

it('leaves alone what it has nothing to change in', () => {
  expect(after(json({ a: 1 }), member(['b'], 'dropped'))).toBe('untouched');
  expect(after(json({ a: null }), member(['a'], 'nulled'))).toBe('untouched');
  expect(after(json({ a: 1 }, 400), member(['a'], 'dropped'))).toBe('untouched');
  expect(mutate(json({}), { kind: 'status', of: 'refusal', to: 500 })).toBeNull();
  expect(
    mutate({ ...json({}), headers: [] }, { kind: 'header', of: 'success', name: 'content-type', to: null }),
  ).toBeNull();
});

it('changes status, header and body of one side', () => {
  const refusal = json('no', 401);
  expect(mutate(refusal, { kind: 'status', of: 'refusal', to: 200 })?.status).toBe(200);
  expect(mutate(refusal, { kind: 'header', of: 'refusal', name: 'content-type', to: 'text/html' })?.headers).toEqual([
    ['content-type', 'text/html'],
  ]);
  expect(mutate(json({}), { kind: 'body', of: 'success', to: '<html>' })?.body.toString()).toBe('<html>');
});

it('derives changes for every member of an answer, with an excuse for optional ones', () => {
  const info = bench.library.contract.endpoint('Account/Info');
  const mutants = info === undefined ? [] : mutantsOf(info);
  const of = (id: string) => mutants.find(mutant => mutant.id === `Account/Info: ${id}`)?.excuse;
  expect(of('/userName dropped')).toBeNull();
  expect(of('/eMail dropped')).toBe('the member is optional');
  expect(of('/eMail retyped')).toBeNull();
  expect(new Set(mutants.map(({ id }) => id)).size).toBe(mutants.length);
});

it('passes on what it is not meant to change, to the byte', async () => {
  const asked: string[] = [];
  const host = await hostOf((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.host} ${request.headers['x-thing']}`);
    request.pipe(response.writeHead(202, { 'X-Odd-Name': 'a', 'Content-Type': 'text/plain' }));
  });
  const proxy = await startProxy(host, NEUTRAL, () => asked.push('changed'));
  closers.push(() => proxy.stop());
  const answer = await fetch(`${proxy.url}/some/path?q=1`, {
    method: 'POST',
    body: 'Ünchanged',
    headers: { 'X-Thing': '7' },
  });
  expect([answer.status, answer.headers.get('x-odd-name'), await answer.text()]).toEqual([202, 'a', 'Ünchanged']);
  expect(asked).toEqual([`POST /some/path?q=1 ${new URL(proxy.url).host} 7`]);
});

it('replays, swaps and changes only the answers of its endpoint', async () => {
  let count = 0;
  const host = await hostOf((request, response) => {
    count += 1;
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ path: request.url, count }));
  });
  const through = async (act: Act, path: string, ...urls: readonly string[]): Promise<readonly unknown[]> => {
    count = 0;
    const proxy = await startProxy(host, { ...NEUTRAL, method: 'GET', path, act }, () => {});
    closers.push(() => proxy.stop());
    const answers: unknown[] = [];
    for (const url of urls) answers.push(await (await fetch(proxy.url + url)).json());
    return answers;
  };
  expect(await through({ kind: 'replayed' }, '/a', '/a', '/b', '/a')).toEqual([
    { path: '/a', count: 1 },
    { path: '/b', count: 2 },
    { path: '/a', count: 1 },
  ]);
  expect(await through({ kind: 'swapped' }, '/a', '/a', '/b', '/a')).toEqual([
    { path: '/a', count: 1 },
    { path: '/b', count: 2 },
    { path: '/b', count: 2 },
  ]);
  expect(await through(member(['path'], 'dropped'), '/{id}/x', '/7/x', '/7/y')).toEqual([
    { count: 1 },
    { path: '/7/y', count: 2 },
  ]);
});

async function hostOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  closers.push(
    () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
