import { beforeAll, expect, test } from 'vitest';
import type { RunRecord } from '../../src/model/run-record.ts';
import { complaintsOf, inWords, runSuites } from './support/run-suites.ts';

let record: RunRecord;

beforeAll(async () => {
  record = await runSuites({});
}, 120_000);

test('the full profile has nothing to say of a correct host, and is never locked out', () => {
  expect(complaintsOf(record).map(inWords)).toEqual([]);
  const { exitCode, ended } = record.run;
  expect({ exitCode, ended, outcomes: record.suites.map(({ outcome }) => outcome) }).toEqual({
    exitCode: 0,
    ended: 'finished',
    outcomes: record.suites.map(() => 'pass'),
  });
  // The plan says at most what is spent: more failed credentials than this would have to be announced.
  expect(record.spent.failedCredentials).toBeLessThanOrEqual(record.planned.failedCredentials);
  expect(record.spent.accounts).toBeLessThanOrEqual(record.planned.accounts);
  expect(record.leftBehind).toHaveLength(record.spent.accounts);
});

test('each promise about accounts, sessions and what all endpoints share is tested, or excluded with a reason', () => {
  const untested = record.requirements.filter(
    ({ tested, untestable, endpoint }) => !tested && untestable === undefined && isOurs(endpoint),
  );
  expect(untested.map(({ id, untestedBecause }) => [id, untestedBecause])).toEqual([
    // Moments and lists of objects are sent to groups alone that the reference Neuron does not serve.
    ['REQUEST-TIME', 'what it needs is not configured'],
    ['REQUEST-LIST', 'what it needs is not configured'],
  ]);
});

/** Whether a promise is one of accounts, sessions and messages, or of all endpoints. */
const isOurs = (endpoint: string | undefined): boolean =>
  endpoint === undefined || /^(?:Account|Xmpp)\//.test(endpoint);
