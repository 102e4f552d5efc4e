import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startReferenceNeuron } from '../../src/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { RunRecord } from '../../src/model/run-record.ts';
import { freePort } from '../peers/ports.mjs';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly dir: string;
  /** report.json; null when none was written. */
  readonly record: RunRecord | null;
}

export interface CliOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** What --format is given to a run. */
  readonly formats?: string;
  /** Another built command than that of this checkout. */
  readonly main?: string;
  /** Told once the process runs. */
  readonly started?: (kill: (signal: NodeJS.Signals) => void) => void;
}

export const folder = (): string => mkdtempSync(join(tmpdir(), 'neuron-conformance-test-'));

/** Runs the built command line in a process of its own, with a state folder of its own. */
export function cli(
  args: readonly string[],
  { env = {}, cwd = folder(), formats = 'json', main = MAIN, started }: CliOptions = {},
): Promise<Ended> {
  const dir = join(cwd, 'report');
  const out = args[0] === 'run' ? ['--out', dir, '--format', formats] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args, ...out], {
      cwd,
      env: { PATH: process.env.PATH ?? '', HOME: cwd, XDG_STATE_HOME: join(cwd, 'state'), NO_COLOR: '1', ...env },
    });
    const text = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', chunk => {
      text.stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', chunk => {
      text.stderr += chunk;
    });
    started?.(signal => child.kill(signal));
    child.once('error', reject);
    child.once('close', code => {
      const file = join(dir, 'report.json');
      resolve({ code, ...text, dir, record: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null });
    });
  });
}

export type HostOptions = NonNullable<Parameters<typeof startReferenceNeuron>[0]>;

export interface World {
  readonly url: string;
  readonly mailbox: string;
  /** What an operator would set for this host. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** A reference Neuron that mails to a port on which the run will listen. */
export async function world(options: HostOptions = {}): Promise<World> {
  const port = await freePort();
  const neuron = await startReferenceNeuron({ smtp: { host: '127.0.0.1', port }, ...options });
  const mailbox = `smtp://127.0.0.1:${port}`;
  return {
    url: neuron.url,
    mailbox,
    env: {
      NEURON_HOST: neuron.url,
      NEURON_API_KEY: neuron.apiKey,
      NEURON_API_SECRET: neuron.apiSecret,
      NEURON_MAILBOX: mailbox,
    },
    stop: () => neuron.stop(),
  };
}

/** The findings that are causes, not consequences, and worse than a note. */
export const causes = (record: RunRecord | null): readonly Finding[] =>
  (record?.suites ?? []).flatMap(suite =>
    suite.steps.flatMap(step =>
      step.findings.filter(({ causedBy, outcome }) => causedBy === undefined && outcome !== 'pass'),
    ),
  );
