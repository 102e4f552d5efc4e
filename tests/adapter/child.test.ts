import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, type HostOptions, world } from '../verdicts/support.ts';

interface Told {
  readonly name: string;
  readonly status: string;
  readonly messages: readonly string[];
}

/** Runs the fixture in a vitest of its own and gives what it told of each test. */
async function runFixture(env: Readonly<Record<string, string>>): Promise<readonly Told[]> {
  const file = join(folder(), 'results.json');
  const args = ['run', '--config', 'tests/adapter/fixture/vitest.config.ts', '--reporter=json', `--outputFile=${file}`];
  await new Promise(resolve =>
    execFile(
      process.execPath,
      ['node_modules/vitest/vitest.mjs', ...args],
      { env: { ...process.env, XDG_STATE_HOME: folder(), ...env } },
      resolve,
    ),
  );
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
  return testResults[0].assertionResults.map(
    ({ fullName, status, failureMessages }: { fullName: string; status: string; failureMessages: string[] }) => ({
      name: fullName,
      status,
      messages: failureMessages,
    }),
  );
}

async function against(options: HostOptions): Promise<readonly Told[]> {
  const host = await world(options);
  try {
    return await runFixture({
      TARGET: host.url,
      API_KEY: host.env.NEURON_API_KEY ?? '',
      API_SECRET: host.env.NEURON_API_SECRET ?? '',
      MAILBOX: host.mailbox,
    });
  } finally {
    await host.stop();
  }
}

test('a host that keeps taking tokens after log-out fails exactly the test that says so', async () => {
  const told = await against({ faults: ['logout-revokes-nothing'] });
  expect(told).toHaveLength(18);
  const failed = told.filter(({ status }) => status !== 'passed');
  expect(failed.map(({ name, status }) => [name.replace(/^.*log-out /, ''), status])).toEqual([
    ['the logged-out token opens nothing', 'failed'],
  ]);
  expect(failed[0]?.messages[0]).toMatch(
    /^Error: fail \(host has to act\): .*\n {2}check refused, requirement LOGOUT-REVOKES\n {2}expected .*, received 200/,
  );
});

test('what is not configured is skipped, with the reason', async () => {
  const host = await world();
  try {
    const told = await runFixture({ TARGET: host.url, SUITES: 'domain,journey' });
    expect(told.filter(({ name }) => /domain: /.test(name)).map(({ status }) => status)).toEqual(['passed', 'passed']);
    const journey = told.filter(({ name }) => /journey: /.test(name));
    expect(new Set(journey.map(({ status }) => status))).toEqual(new Set(['skipped']));
  } finally {
    await host.stop();
  }
});
