import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadLibrary } from '../../src/index.ts';
import { causes, cli, folder, world } from './support.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

test('a check that the lock promises and nobody emits is an error of the suite, named', () => {
  const copy = folder();
  for (const part of ['dist', 'suites', 'fixtures', 'package.json'])
    cpSync(join(ROOT, part), join(copy, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const lock = join(copy, 'suites/checks.lock');
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(/^(smoke\tjourney\tlogin\t.*)$/m, '$1 deleted-check'));
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(copy, 'dist/cli/main.js'), 'run', '--suite', 'journey', '--out', join(copy, 'report'), '--format', 'json'],
    {
      cwd: copy,
      encoding: 'utf8',
      env: { PATH: process.env.PATH ?? '', HOME: copy, NO_COLOR: '1' },
    },
  );
  expect(status).toBe(4);
  expect(stdout.replace(/\s+/g, ' ')).toMatch(
    /1 check that was promised said nothing: deleted-check at journey\/login\./,
  );
});

test('no selected check is no green run', async () => {
  const host = await world();
  const { NEURON_HOST } = host.env;
  const { code, stderr } = await cli(['run', '--suite', 'journey'], { env: { NEURON_HOST: NEURON_HOST ?? '' } });
  await host.stop();
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr:
      'No check would be run: journey is not applicable (no API key is configured and no mailbox is configured).\n→ Choose another profile or suite, or configure what is missing.\n',
  });
});

test.each(loadLibrary().profiles.map(({ id }) => id))(
  'what the plan of %s says is what the run spends',
  async profile => {
    // Every name that is asked for is to be had: what is planned is the most that can be spent.
    const host = await world({ dialect: { 'user-name-case': 'free', 'user-name-width': 'free' } });
    const [planned, ran] = [
      await cli(['plan', '--profile', profile, '--json'], { env: host.env }),
      await cli(['run', '--profile', profile], { env: host.env }),
    ];
    await host.stop();
    const { effects } = JSON.parse(planned.stdout);
    expect(causes(ran.record).filter(({ outcome }) => outcome !== 'not-applicable')).toEqual([]);
    expect({ ...ran.record?.spent, seconds: 0 }).toEqual({ ...effects, seconds: 0 });
    expect(ran.record?.planned).toEqual(effects);
  },
  120_000,
);
