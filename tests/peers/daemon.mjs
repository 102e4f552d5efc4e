import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const PATHS = ['/usr/sbin', '/usr/bin', '/sbin', '/bin', ...(process.env.PATH ?? '').split(':')];

/** Where a program is, or null. */
export function programPath(name) {
  for (const folder of PATHS) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  return null;
}

/** Starts a program and keeps what it says. `interrupt` is what Ctrl-C does; `stop` waits for the end. */
export function startDaemon(path, args, env = {}) {
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let output = '';
  child.stdout.on('data', chunk => (output += chunk));
  child.stderr.on('data', chunk => (output += chunk));
  const ended = new Promise(resolve => child.once('exit', () => resolve()).once('error', () => resolve()));
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
export async function until(works, what, output = () => '') {
  const deadline = Date.now() + 10_000;
  while (Date.now() < deadline) {
    if (await works().catch(() => false)) return;
    await delay(20);
  }
  throw new Error(`${what} did not come up: ${output()}`);
}
