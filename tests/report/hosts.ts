import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Served {
  readonly process: ChildProcess;
  /** The variables that an operator would set to test it. */
  readonly env: Record<string, string>;
  stop(): Promise<void>;
}

/** A reference Neuron in a process of its own, with faults. */
export async function serve(...faults: readonly string[]): Promise<Served> {
  const args = faults.length === 0 ? [] : ['--fault', ...faults];
  const child = spawn(process.execPath, [MAIN, 'serve', '--json', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { url, apiKey, apiSecret, mailbox } = JSON.parse(line);
  return {
    process: child,
    env: { NEURON_HOST: url, NEURON_API_KEY: apiKey, NEURON_API_SECRET: apiSecret, NEURON_MAILBOX: mailbox },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill();
      await once(child, 'exit');
    },
  };
}

export interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs node with arguments to its end, in a folder that is also its home. */
export const node = (cwd: string, env: Record<string, string>, ...args: readonly string[]): Promise<Ended> =>
  new Promise(done => {
    const settings = { cwd, env: { PATH: process.env.PATH, HOME: cwd, NO_COLOR: '1', ...env }, timeout: 60_000 };
    execFile(process.execPath, args, settings, (error, out, err) =>
      done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
