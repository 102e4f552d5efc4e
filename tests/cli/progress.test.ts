import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import type { RunEvent } from '../../src/model/event.ts';
import { folder } from '../verdicts/support.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function hostOf(answer: RequestListener): Promise<string> {
  const host = createServer(answer).listen(0, '127.0.0.1');
  await once(host, 'listening');
  open.push(() => host.close());
  return `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
}

const describe = (response: ServerResponse): unknown =>
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"domain":"slow.example","name":"Slow"}');

/** What a run tells of itself while it goes on. */
async function* eventsOf(target: string, suite: string): AsyncGenerator<RunEvent> {
  const cwd = folder();
  const args = ['run', '--target', target, '--suite', suite, '--json', '--format', 'json', '--out', join(cwd, 'out')];
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { PATH: process.env.PATH, HOME: cwd } });
  for await (const line of createInterface(child.stdout)) yield JSON.parse(line) as RunEvent;
}

test('while the host is at work on a step, the one before it has been judged and told', async () => {
  let asked = 0;
  let keep: (response: ServerResponse) => void = () => {};
  const kept = new Promise<ServerResponse>(resolve => {
    keep = resolve;
  });
  // The preflight and the first step are answered; the second step's answer is kept back.
  const target = await hostOf((_request, response) => {
    asked += 1;
    if (asked < 3) describe(response);
    else keep(response);
  });
  const told: string[] = [];
  for await (const { type } of eventsOf(target, 'domain')) {
    told.push(type);
    if (told.length === 5) {
      expect(told).toEqual(['run-started', 'suite-started', 'step-started', 'step-ended', 'step-started']);
      describe(await kept);
    }
  }
  expect(told.slice(5)).toEqual(['step-ended', 'suite-ended', 'run-ended', 'written']);
});

test('of steps at the same time that cannot be sent, the beginning is told before the end', async () => {
  let asked = 0;
  // The preflight is answered; from the first step on every connection breaks.
  const target = await hostOf((_request, response) => {
    asked += 1;
    if (asked < 2) describe(response);
    else response.destroy();
  });
  const suite = join(folder(), 'broken.yaml');
  const call = 'call: Account/DomainInfo';
  writeFileSync(
    suite,
    `suite: broken
title: A host that goes away
steps:
  - { id: first, ${call} }
  - { id: both, together: [ { id: one, ${call} }, { id: other, ${call} } ] }
  - { id: last, ${call} }
`,
  );
  const told: string[] = [];
  for await (const event of eventsOf(target, suite)) {
    if (event.type === 'step-started') told.push(`${event.step} started`);
    if (event.type === 'step-ended') told.push(`${event.record.id} ended`);
  }
  expect(told).toEqual([
    ...['first started', 'first ended'],
    ...['one started', 'other started', 'one ended', 'other ended'],
    ...['last started', 'last ended'],
  ]);
});
