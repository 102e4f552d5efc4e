import { beforeAll, describe, expect, it } from 'vitest';
import { suitesByEndpoint, WHOLE } from '../../src/cli/faults/bench.ts';
import { isBad, judgeFault } from '../../src/cli/faults/kill.ts';
import { NEUTRAL } from '../../src/cli/faults/proxy/mutant.ts';
import { type Trial, task } from '../../src/cli/faults/task.ts';
import { tryOut } from '../../src/cli/faults/try-out.ts';
import { listFaults } from '../../src/reference-neuron/index.ts';
import { bench } from './support/recorded.ts';

/** Faults of different areas, each with the check that has to kill it in the journey. */
const SAMPLE: Readonly<Record<string, string>> = {
  'create-without-created': 'answer-schema',
  'login-expires-in-milliseconds': 'answer-timestamps',
  'domain-info-without-useencryption': 'answer-schema',
};
const JOURNEY = ['domain', 'journey'];
const LEVELS = new Map(bench.library.contract.requirements().map(({ id, level }) => [id, level]));

const trials = new Map<string, Trial>();
beforeAll(async () => {
  const wanted = [
    task('correct', JOURNEY),
    task('correct behind a proxy', JOURNEY, { mutant: NEUTRAL }),
    ...Object.keys(SAMPLE).map(id => task(id, JOURNEY, { faults: [id] })),
    ...Object.entries(SAMPLE).map(([id, check]) => task(`${id} silenced`, JOURNEY, { faults: [id], mute: [check] })),
  ];
  for (const trial of await Promise.all(wanted.map(one => tryOut(one, bench)))) trials.set(trial.name, trial);
}, 60_000);

const seenIn = (name: string) => trials.get(name)?.seen ?? [];
const verdict = (id: string, trial = id) => {
  const fault = listFaults().find(listed => listed.id === id);
  if (fault === undefined) throw new Error(`there is no fault ${id}`);
  const known = new Set(seenIn('correct').map(({ fingerprint }) => fingerprint));
  return judgeFault(fault, seenIn(trial), known, LEVELS);
};

it('finds nothing on the correct host, with and without a proxy before it', () => {
  expect(seenIn('correct').filter(isBad)).toEqual([]);
  expect(seenIn('correct behind a proxy').filter(isBad)).toEqual([]);
});

describe.each(Object.entries(SAMPLE))('the fault %s', (id, check) => {
  it(`is killed by ${check} and blamed on the host`, () => {
    const { killedBy, misblamed, first } = verdict(id);
    expect({ killedBy, misblamed, first: first?.right }).toMatchObject({
      killedBy: expect.arrayContaining([check]),
      misblamed: [],
      first: true,
    });
  });

  it(`is not killed by ${check} when that says nothing`, () => {
    expect(verdict(id, `${id} silenced`).killedBy).not.toContain(check);
  });
});

it('knows the suites that call an endpoint', () => {
  const callers = suitesByEndpoint(bench);
  expect(callers.get('Account/DomainInfo')?.map(suite => suite.id)).toContain('domain');
  expect(callers.get('Account/Transfer')?.map(suite => suite.id)).not.toContain('journey');
  expect(WHOLE).toEqual({ endpoint: null, encoding: 'json' });
});
