import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startReferenceNeuron } from '../../src/index.ts';
import { freePort } from '../peers/ports.mjs';
import { cli, folder } from '../verdicts/support.ts';

/** User names in a ledger; a line that was cut off by the kill counts as none. */
const inLedger = (cwd: string): ReadonlySet<string> => {
  const file = join(cwd, 'state/neuron-conformance/accounts.ndjson');
  if (!existsSync(file)) return new Set();
  const names = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap(line => {
      try {
        return [JSON.parse(line)?.account?.userName];
      } catch {
        return [];
      }
    });
  return new Set(names);
};

test('no account is ever unknown to the ledger, however a run is killed', async () => {
  const cwd = folder();
  const port = await freePort();
  const unknown: string[] = [];
  let created = 0;
  const neuron = await startReferenceNeuron({
    smtp: { host: '127.0.0.1', port },
    observe: request => {
      if (request.endpoint !== 'Account/Create') return;
      created += 1;
      // Every account that the host knows, and the one that is being asked for, has to be in the file by now.
      if (inLedger(cwd).size < created) unknown.push(`${request.path} #${created}`);
    },
  });
  const env = {
    NEURON_HOST: neuron.url,
    NEURON_API_KEY: neuron.apiKey,
    NEURON_API_SECRET: neuron.apiSecret,
    NEURON_MAILBOX: `smtp://127.0.0.1:${port}`,
  };
  const run = (started: (kill: (signal: NodeJS.Signals) => void) => void) =>
    cli(['run', '--suite', 'journey', '--quiet'], { cwd, env, started });
  // One run to its end says how long this machine takes; the kills are spread over that time.
  const began = performance.now();
  expect((await run(() => {})).code).toBe(0);
  const whole = performance.now() - began;
  for (let round = 0; round < KILLS; round += 1) {
    await run(kill => setTimeout(() => kill('SIGKILL'), whole * (EARLIEST + ((1 - EARLIEST) * round) / KILLS)));
  }
  await neuron.stop();
  expect(unknown).toEqual([]);
  expect(created).toBeGreaterThan(KILLS / 2);
}, 290_000);

const KILLS = 50;
/** The part of a run that passes before anything is sent. */
const EARLIEST = 0.2;
