import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from '../peers/ports.mjs';
import { cli, folder, world } from '../verdicts/support.ts';

const folderWith = (limits: string): string => {
  const cwd = folder();
  writeFileSync(join(cwd, 'neuron-conformance.yaml'), `limits: { ${limits} }\n`);
  return cwd;
};

test('a run that would create more accounts than the operator allows sends nothing', async () => {
  const host = await world();
  const cwd = folderWith('accounts: 1');
  const { code, stderr, record } = await cli(['run', '--profile', 'smoke'], { cwd, env: host.env });
  const plan = await cli(['plan', '--profile', 'smoke'], { cwd, env: host.env });
  await host.stop();
  expect({ code, stderr, record }).toEqual({
    code: 2,
    stderr:
      'This run would create 2 accounts, but limits.accounts allows 1.\n→ Select fewer suites or a smaller profile, or raise limits.accounts.\n',
    record: null,
  });
  expect(plan.stdout).toContain('  2 of at most 1 accounts,');
});

test('the operator says how long a mail is waited for', async () => {
  const host = await world();
  const { code, record } = await cli(['run', '--suite', 'journey'], {
    cwd: folderWith('mail: 400ms'),
    env: { ...host.env, NEURON_MAILBOX: `smtp://127.0.0.1:${await freePort()}` },
  });
  await host.stop();
  const waits = (record?.suites ?? []).flatMap(suite => suite.steps.flatMap(step => step.waits));
  expect(code).toBe(1);
  expect(waits.length).toBeGreaterThan(0);
  for (const { from, until } of waits) expect(until - from).toBeLessThan(3000);
});
