import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Examination } from '../../../src/cli/doctor/examination.ts';
import {
  type ReferenceNeuron,
  type ReferenceNeuronOptions,
  startReferenceNeuron,
} from '../../../src/reference-neuron/index.ts';

const COMMAND = fileURLToPath(new URL('doctor.mjs', import.meta.url));

export async function neuron(options: ReferenceNeuronOptions = {}): Promise<ReferenceNeuron> {
  const started = await startReferenceNeuron(options);
  onTestFinished(() => started.stop());
  return started;
}

/** A proxy in front of a Neuron that tells it another Host; gives the proxy's own `host:port`. */
export async function rewritingProxy(
  upstream: string,
  host: (asked: IncomingMessage) => string,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  const { hostname, port } = new URL(`http://${upstream}`);
  return listen(
    createServer((asked, answer) => {
      const onward = request(
        { hostname, port, method: asked.method, path: asked.url, headers: { ...asked.headers, host: host(asked) } },
        told => {
          answer.writeHead(told.statusCode ?? 502, { ...told.headers, ...headers });
          told.pipe(answer);
        },
      );
      onward.on('error', () => answer.destroy());
      asked.pipe(onward);
    }),
  );
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A folder to work in and an own state folder, for several calls of the doctor. */
export function desk(): { readonly cwd: string; readonly state: string } {
  const cwd = mkdtempSync(join(tmpdir(), 'neuron-doctor-'));
  onTestFinished(() => rmSync(cwd, { recursive: true, force: true }));
  return { cwd, state: join(cwd, 'state') };
}

export interface Doctored {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command, as a process, with this environment and no other of ours. */
export async function doctor(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
  at = desk(),
): Promise<Doctored> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: at.cwd,
    env: { PATH: process.env.PATH, HOME: at.cwd, XDG_STATE_HOME: at.state, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', chunk => {
    stdout += chunk;
  });
  child.stderr.on('data', chunk => {
    stderr += chunk;
  });
  const status = await new Promise<number | null>(resolve => child.on('close', resolve));
  return { status, stdout, stderr };
}

/** The same, with `--json`, read. */
export async function diagnose(env: Readonly<Record<string, string>>, at = desk(), ...args: readonly string[]) {
  const { status, stdout, stderr } = await doctor(env, ['--json', ...args], at);
  const told = JSON.parse(stdout) as { ready: boolean; next: string | null; examinations: Examination[] };
  const of = (name: string) => told.examinations.findLast(examination => examination.name === name);
  return { ...told, status, stderr, of };
}

export const keysOf = ({ apiKey, apiSecret }: ReferenceNeuron) => ({
  NEURON_API_KEY: apiKey,
  NEURON_API_SECRET: apiSecret,
});
