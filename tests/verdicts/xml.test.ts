import { expect, test } from 'vitest';
import { causes, cli, world } from './support.ts';

test('a run in XML alone keeps what the lock promises, and sends what has to be refused as such', async () => {
  const host = await world();
  const { code, record } = await cli(['run', '--profile', 'standard', '--encoding', 'xml'], { env: host.env });
  await host.stop();
  const complaints = causes(record).filter(({ outcome }) => outcome !== 'not-applicable');
  expect(complaints.map(({ message }) => message)).toEqual([]);
  expect(code).toBe(0);
}, 60_000);
