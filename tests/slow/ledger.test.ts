import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { openLedger } from '../../src/peers/ledger/index.ts';

const CREATOR = fileURLToPath(new URL('../ledger/support/creator.mjs', import.meta.url));
const KILLS = 50;

it('knows every account that a host has been asked for, whenever the process is killed', {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'neuron-kill-'));
  const file = join(folder, 'accounts.ndjson');
  const asked: string[] = [];
  const unknownOnArrival: string[] = [];
  const host = createServer((request, response) => {
    let body = '';
    request.on('data', chunk => {
      body += chunk;
    });
    request.on('end', () => {
      const { userName } = JSON.parse(body) as { userName: string };
      asked.push(userName);
      if (!readFileSync(file, 'utf8').includes(`"userName":"${userName}"`)) unknownOnArrival.push(userName);
      response.end();
    });
  });
  await new Promise<void>(resolve => host.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    host.closeAllConnections();
    host.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const { port } = host.address() as AddressInfo;

  // Each process is let live until it has asked for an account, and then for a moment of its own.
  for (let kill = 0; kill < KILLS; kill++) {
    const before = asked.length;
    const child = spawn(process.execPath, [CREATOR, file, String(port), `run-${kill}`], { stdio: 'inherit' });
    const ended = once(child, 'exit');
    while (asked.length === before && child.exitCode === null) await delay(1);
    await delay(Math.random() * 12);
    child.kill('SIGKILL');
    await ended;
  }

  expect(unknownOnArrival).toEqual([]);
  expect(asked.length).toBeGreaterThanOrEqual(KILLS);
  const ledger = await openLedger({ file, now: Date.now });
  const known = new Map((await ledger.accounts()).map(({ userName, state }) => [userName, state]));
  const { open } = await ledger.reconcile('next');
  await ledger.close();
  expect(asked.filter(userName => !known.has(userName))).toEqual([]);
  // Those without a known answer are the last of each process at most.
  expect(open.length).toBeLessThanOrEqual(KILLS);
});
