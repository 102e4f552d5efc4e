import { expect, test } from 'vitest';
import { makeCertificates } from '../neuron-client/support/certificates.ts';
import { complaintsOf, inWords, runSuites } from '../suites/support/run-suites.ts';

test('the full profile has nothing to say of a correct host over HTTPS with an authority of our own', async () => {
  const { ca, key, cert } = makeCertificates();
  const record = await runSuites({ ca }, { tls: { key, cert } });
  expect(complaintsOf(record).map(inWords)).toEqual([]);
  expect(record.run.target).toMatch(/^https:/);
}, 120_000);

test('nor in XML, where white space of a text stands in an attribute', async () => {
  const record = await runSuites({ encoding: 'xml' });
  expect(complaintsOf(record).map(inWords)).toEqual([]);
}, 120_000);
