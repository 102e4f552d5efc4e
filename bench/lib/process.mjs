// Processes as a stopwatch sees them.
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PEAK = new URL('./peak.mjs', import.meta.url).href;

/** A folder that is removed when `work` has ended. */
export async function withFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'neuron-conformance-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs node with arguments to its end; gives milliseconds of wall clock. Throws when it does not end with 0. */
export async function timed(args, { env = {}, flags = [] } = {}) {
  const started = performance.now();
  const child = spawn(process.execPath, [...flags, ...args], {
    cwd: ROOT,
    env: { ...process.env, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = [];
  child.stdout.on('data', chunk => said.push(chunk));
  child.stderr.on('data', chunk => said.push(chunk));
  const [code] = await once(child, 'close');
  const milliseconds = performance.now() - started;
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}:\n${Buffer.concat(said)}`);
  return { milliseconds, started: performance.timeOrigin + started };
}

/** The peak of resident memory of a node process, in MiB. */
export const peakOf = (args, options = {}) =>
  withFolder(async folder => {
    const file = join(folder, 'peak');
    await timed(args, { ...options, flags: ['--import', PEAK], env: { ...options.env, BENCH_PEAK_FILE: file } });
    return Number(readFileSync(file, 'utf8')) / 1024;
  });

/** Starts a server in a process of its own, the small one or `neuron.mjs`; ends it after `work`. */
export async function withServer(work, script = 'server.mjs') {
  const server = fork(fileURLToPath(new URL(script, import.meta.url)), { stdio: 'inherit' });
  const [{ origin, token }] = await once(server, 'message');
  try {
    return await work({
      origin,
      token,
      /** Resolves with the moment at which the next request comes, in milliseconds since the epoch. */
      nextRequest: async () => {
        server.send('arm');
        const [{ requestAt }] = await once(server, 'message');
        return requestAt;
      },
    });
  } finally {
    server.disconnect();
    await once(server, 'exit');
  }
}
