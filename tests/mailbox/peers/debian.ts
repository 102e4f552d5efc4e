import { test } from 'vitest';
import { programPath } from '../../peers/daemon.mjs';

/**
 * `test` for what needs Debian packages: skipped with the package's name where a program is missing, and run all the
 * same, so that it fails, when REQUIRE_PEERS is set.
 */
export function testWith(programs: Readonly<Record<string, string>>): typeof test | typeof test.skip {
  const missing = Object.entries(programs).filter(([name]) => programPath(name) === null);
  if (missing.length === 0 || process.env.REQUIRE_PEERS === '1') return test;
  const packages = missing.map(([, debian]) => debian).join(', ');
  return ((name: string) => test.skip(`${name} (missing: ${packages})`, () => {})) as typeof test.skip;
}
