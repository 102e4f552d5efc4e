import { expect, test } from 'vitest';
import { cli, world } from './support.ts';

test.each(['host-header', 'domain-only'])(
  'a host on a port of its own may take signatures by its %s',
  async reading => {
    const host = await world({ dialect: { 'signature-host': reading } });
    try {
      const { code, record } = await cli(['run', '--suite', 'journey', 'login-signatures'], { env: host.env });
      expect(code).toBe(0);
      expect(record?.dialect.find(({ question }) => question === 'signature-host')).toMatchObject({ reading });
    } finally {
      await host.stop();
    }
  },
);
