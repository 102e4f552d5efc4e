import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { test } from 'vitest';

const PATHS = ['/usr/sbin', '/usr/bin', '/sbin', '/bin', ...(process.env.PATH ?? '').split(':')];

/** Where a program is, or null. */
export function programPath(name: string): string | null {
  for (const folder of PATHS) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  return null;
}

/**
 * `test` for what needs Debian packages: skipped with the package's name where a program is missing, and run all the
 * same, so that it fails, when REQUIRE_PEERS is set.
 */
export function testWith(programs: Readonly<Record<string, string>>): typeof test | typeof test.skip {
  const missing = Object.entries(programs).filter(([name]) => programPath(name) === null);
  if (missing.length === 0 || process.env.REQUIRE_PEERS === '1') return test;
  const packages = missing.map(([, debian]) => debian).join(', ');
  return ((name: string) => test.skip(`${name} (missing: ${packages})`, () => {})) as typeof test.skip;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

export interface Daemon {
  readonly output: () => string;
  readonly ended: Promise<void>;
  /** What Ctrl-C does. */
  interrupt(): void;
  stop(): Promise<void>;
}

/** Starts a program and keeps what it says. Stopping waits for its end. */
export function startDaemon(path: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Daemon {
  const child: ChildProcess = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let output = '';
  child.stdout?.on('data', chunk => (output += chunk));
  child.stderr?.on('data', chunk => (output += chunk));
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()).once('error', () => resolve()));
  return {
    output: () => output,
    ended,
    interrupt: () => child.kill('SIGINT'),
    stop: async () => {
      child.kill('SIGTERM');
      await Promise.race([ended, delay(5_000).then(() => child.kill('SIGKILL'))]);
      await ended;
    },
  };
}

/** Tries until it works, for at most ten seconds. */
export async function until(
  works: () => Promise<boolean>,
  what: string,
  output: () => string = () => '',
): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    if (await works().catch(() => false)) return;
    await delay(20);
  }
  throw new Error(`${what} did not come up: ${output()}`);
}
