import { describe, expect, test } from 'vitest';
import { DIALECTS } from '../../src/reference-neuron/index.ts';
import { complaintsOf, inWords, runSuites } from '../suites/support/run-suites.ts';

/** The framework's own answers to what cannot be read or does not match, which no broker publishes as its own. */
const DEFAULTS: ReadonlySet<string> = new Set(['malformed-json', 'pattern-mismatch']);

const readings = DIALECTS.flatMap(({ id, values, default: usual }) =>
  values.filter(value => value !== usual).map(value => ({ id, value })),
);

describe.concurrent('the full profile has nothing to say of a host that follows another published reading', () => {
  for (const { id, value } of readings.filter(({ id: one }) => !DEFAULTS.has(one))) {
    test(`${id}=${value}`, { timeout: 300_000 }, async () => {
      const record = await runSuites({}, { dialect: { [id]: value } });
      expect(complaintsOf(record).map(inWords)).toEqual([]);
      expect(record.run).toMatchObject({ exitCode: 0, ended: 'finished' });
    });
  }
});

test('with the framework’s own 500 for what cannot be read, it warns and fails nothing, in all other readings at once', {
  timeout: 120_000,
}, async () => {
  const dialect = Object.fromEntries(DIALECTS.map(({ id, values }) => [id, values.at(-1) ?? '']));
  const record = await runSuites({}, { dialect });
  const complaints = complaintsOf(record);
  expect(record.run).toMatchObject({ exitCode: 0, ended: 'finished' });
  expect(new Set(complaints.map(({ outcome, check, actual }) => `${outcome} ${check} ${String(actual)}`))).toEqual(
    new Set(['warn refused 500', 'warn error-status 500']),
  );
});
