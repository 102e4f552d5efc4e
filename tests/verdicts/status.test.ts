import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cli, folder } from './support.ts';

test('status tells of the last run, and of none', async () => {
  const cwd = folder();
  const none = await cli(['status', 'runs'], { cwd });
  expect([none.code, none.stdout]).toEqual([3, 'No run is below runs. Nothing has been tested.\n']);

  const ran = await cli(['run', '--suite', 'domain'], { cwd });
  const fresh = await cli(['status', '.'], { cwd });
  expect(fresh.code).toBe(0);
  expect(fresh.stdout).toBe(
    `${ran.record?.verdict.sentence}\nThat was 0.0 hours ago (${ran.record?.run.target}, profile standard, exit 0).\n`,
  );

  const file = join(ran.dir, 'report.json');
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/"endedAt":( ?)"[^"]*"/, '"endedAt":$1"2026-01-01T00:00:00.000Z"'),
  );
  const stale = await cli(['status', '.', '--max-age', '8d'], { cwd });
  expect(stale.code).toBe(3);
  expect(stale.stdout).toMatch(/Stale: a run was due \d+\.\d hours ago\. Find out why none came\.\n$/);
});
