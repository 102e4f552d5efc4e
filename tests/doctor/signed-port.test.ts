import { expect, test } from 'vitest';
import { cli, world } from '../verdicts/support.ts';

test('a host that leaves the port out of signatures is told from a proxy that rewrites the host', async () => {
  const host = await world({ domain: '127.0.0.1', dialect: { 'signature-host': 'domain-only' } });
  try {
    const { stdout } = await cli(['doctor'], { env: host.env });
    expect(stdout).toMatch(
      /takes signatures made for "127\.0\.0\.1", not for "127\.0\.0\.1:\d+": it leaves the port out/,
    );
  } finally {
    await host.stop();
  }
});
