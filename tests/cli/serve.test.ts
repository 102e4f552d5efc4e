import { expect, test } from 'vitest';
import { walkJourney } from '../mailbox/peers/journey.ts';
import { freePort } from '../peers/ports.mjs';

test('mail goes to a server that an IPv6 address names', async () => {
  const place = `smtp://[::1]:${await freePort()}`;
  expect(await walkJourney(place, place)).toHaveLength(2);
});
