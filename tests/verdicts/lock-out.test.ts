import { expect, test } from 'vitest';
import { cli, world } from './support.ts';

test('a host that refuses its own tokens is judged to the end, and not provoked into a lock-out', async () => {
  const host = await world({ faults: ['refresh-returns-dead-token'] });
  try {
    const { code, record } = await cli(['run', '--suite', 'journey', 'tokens', 'messaging'], { env: host.env });
    expect(code).toBe(1);
    const findings = (record?.suites ?? []).flatMap(suite => suite.steps.flatMap(step => step.findings));
    expect(findings.filter(({ actual }) => actual === 429)).toEqual([]);
    expect(record?.suites.map(({ id }) => id)).toContain('messaging');
    expect(findings.filter(({ suite, outcome }) => suite === 'messaging' && outcome !== 'pass')).toEqual([]);
  } finally {
    await host.stop();
  }
});
