import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { RunEvent } from '../../src/model/event.ts';
import { folder } from '../verdicts/support.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

test('while the host is at work on a step, the one before it has been judged and told', async () => {
  let asked = 0;
  let keep: (response: ServerResponse) => void = () => {};
  const kept = new Promise<ServerResponse>(resolve => {
    keep = resolve;
  });
  const describe = (response: ServerResponse): unknown =>
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"domain":"slow.example","name":"Slow"}');
  // The preflight and the first step are answered; the second step's answer is kept back.
  const host = createServer((_request, response) => {
    asked += 1;
    if (asked < 3) describe(response);
    else keep(response);
  }).listen(0, '127.0.0.1');
  await once(host, 'listening');
  const cwd = folder();
  const target = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const args = [
    'run',
    '--target',
    target,
    '--suite',
    'domain',
    '--json',
    '--format',
    'json',
    '--out',
    join(cwd, 'out'),
  ];
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { PATH: process.env.PATH, HOME: cwd } });
  const told: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    const event = JSON.parse(line) as RunEvent;
    told.push(event.type);
    if (told.length === 5) {
      expect(told).toEqual(['run-started', 'suite-started', 'step-started', 'step-ended', 'step-started']);
      describe(await kept);
    }
  }
  expect(told.slice(5)).toEqual(['step-ended', 'suite-ended', 'run-ended', 'written']);
  host.close();
});
