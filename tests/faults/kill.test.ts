import { describe, expect, it } from 'vitest';
import { judgeFault } from '../../src/cli/faults/kill.ts';
import { complaintsOf } from '../../src/cli/faults/rules.ts';
import type { Seen } from '../../src/cli/faults/seen.ts';
import { silence } from '../../src/cli/faults/silence.ts';
import { killTable, type TableInput } from '../../src/cli/faults/table.ts';
import { type Trial, task } from '../../src/cli/faults/task.ts';
import type { Level } from '../../src/model/requirement.ts';

const LEVELS: ReadonlyMap<string, Level> = new Map([
  ['MUST-A', 'must'],
  ['MUST-B', 'must'],
  ['SHOULD-C', 'should'],
  ['MAY-D', 'may'],
]);

const seen = (given: Partial<Seen> = {}): Seen => ({
  fingerprint: 'f1',
  place: 'journey/login',
  check: 'answer-schema',
  requirement: 'MUST-A',
  outcome: 'fail',
  blame: 'host',
  message: 'It is wrong.',
  caused: false,
  ...given,
});

const fault = (breaks: readonly string[]) => ({ id: 'login-wrong', endpoint: 'Account/Login', breaks, text: 'Wrong.' });
const killers = (breaks: readonly string[], findings: readonly Seen[], known: readonly string[] = []) =>
  judgeFault(fault(breaks), findings, new Set(known), LEVELS).killedBy;

describe('a finding kills', () => {
  it('when it names what the fault breaks, at its level, and the host', () => {
    expect(killers(['MUST-A'], [seen()])).toEqual(['answer-schema']);
    expect(killers(['SHOULD-C'], [seen({ requirement: 'SHOULD-C', outcome: 'warn' })])).toEqual(['answer-schema']);
    expect(killers(['MAY-D'], [seen({ requirement: 'MAY-D', outcome: 'pass', blame: null })])).toEqual([
      'answer-schema',
    ]);
  });

  it.each<[string, Partial<Seen>]>([
    ['the correct host shows it too', { fingerprint: 'known' }],
    ['it names another requirement', { requirement: 'MUST-B' }],
    ['it names none', { requirement: null }],
    ['it weighs less than the requirement', { outcome: 'warn' }],
    ['it blames the suite', { blame: 'suite' }],
    ['it blames the network', { blame: 'network' }],
    ['it only follows from another one', { caused: true }],
    ['it could not test', { outcome: 'could-not-test' }],
  ])('not when %s', (_why, given) => {
    expect(killers(['MUST-A'], [seen(given)], ['known'])).toEqual([]);
  });

  it('once for each check, in the order of the report', () => {
    const findings = [seen({ check: 'b' }), seen({ check: 'a' }), seen({ check: 'b', place: 'journey/info' })];
    expect(killers(['MUST-A'], findings)).toEqual(['b', 'a']);
  });
});

it('judges the first finding and the blame of all', () => {
  const [other, right] = [seen({ requirement: 'MUST-B' }), seen({ fingerprint: 'f2' })];
  const network = seen({ fingerprint: 'f3', blame: 'network', outcome: 'could-not-test' });
  const note = seen({ fingerprint: 'f4', outcome: 'pass', blame: 'contract', requirement: null });
  expect(judgeFault(fault(['MUST-A']), [note, other, right, network], new Set(), LEVELS)).toEqual({
    fault: 'login-wrong',
    killedBy: ['answer-schema'],
    first: { right: false, finding: other },
    misblamed: [network],
  });
  expect(judgeFault(fault(['MUST-A']), [note, right], new Set(), LEVELS).first).toEqual({
    right: true,
    finding: right,
  });
  expect(judgeFault(fault(['MUST-A']), [note], new Set(), LEVELS)).toMatchObject({ first: null, misblamed: [] });
});

const trial = (name: string, findings: readonly Seen[] = []): Trial => ({
  name,
  seen: findings,
  milliseconds: 1,
  reached: true,
});

const input = (given: Partial<TableInput> = {}): TableInput => ({
  faults: [{ ...fault(['MUST-A']), suites: ['journey'] }],
  checks: ['answer-schema', 'request-schema'],
  levels: LEVELS,
  correct: [trial('correct')],
  trials: new Map([
    ['login-wrong', trial('login-wrong', [seen()])],
    [
      'own',
      trial('own', [seen({ fingerprint: 'f9', check: 'request-schema', blame: 'suite', outcome: 'suite-error' })]),
    ],
  ]),
  deviations: [{ id: 'own', text: 'Own.', check: 'request-schema', whose: 'suite', task: task('own', ['journey']) }],
  ...given,
});

const complaints = (given: Partial<TableInput> = {}) => complaintsOf(killTable(input(given)));
const trials = (changes: Readonly<Record<string, readonly Seen[]>>) =>
  new Map([...input().trials, ...Object.entries(changes).map(([name, list]) => [name, trial(name, list)] as const)]);

describe('the table', () => {
  it('is green when each fault is killed and each check kills', () => {
    expect(complaints()).toEqual([]);
    expect(killTable(input()).checks).toEqual([
      { check: 'answer-schema', kills: ['login-wrong'] },
      { check: 'request-schema', kills: ['own'] },
    ]);
  });

  it('counts what only XML shows', () => {
    expect(complaints({ trials: trials({ 'login-wrong': [], 'login-wrong in XML': [seen()] }) })).toEqual([]);
  });

  it('is red when a fault survives', () => {
    expect(complaints({ trials: trials({ 'login-wrong': [] }) })).toEqual([
      'login-wrong survives: nothing is found.',
      'The check answer-schema kills nothing.',
    ]);
    expect(complaints({ trials: trials({ 'login-wrong': [seen({ requirement: 'MUST-B' })] }) })[0]).toBe(
      'login-wrong survives: found is only MUST-B as fail by answer-schema at journey/login.',
    );
    expect(complaints({ faults: [{ ...fault(['MUST-A']), suites: [] }] })).toEqual([]);
    expect(
      complaints({ faults: [{ ...fault(['MUST-A']), suites: [] }], trials: trials({ 'login-wrong': [] }) })[0],
    ).toBe('login-wrong survives: no suite calls Account/Login.');
  });

  it('is red when somebody else than the host is blamed', () => {
    const wrong = seen({ fingerprint: 'f2', blame: 'network', outcome: 'could-not-test' });
    expect(complaints({ trials: trials({ 'login-wrong': [seen(), wrong] }) })).toEqual([
      'login-wrong has a wrong blame (network): answer-schema at journey/login: It is wrong.',
    ]);
  });

  it('is red when the correct host is accused, and takes no such finding for a kill', () => {
    expect(complaints({ correct: [trial('timestamps=iso-text', [seen()])] })).toEqual([
      'False finding on the correct host (timestamps=iso-text): answer-schema at journey/login says of MUST-A: It is wrong.',
      'login-wrong survives: nothing is found.',
      'The check answer-schema kills nothing.',
    ]);
  });

  it('allows the warnings that the defaults of the framework deserve, and no failures', () => {
    const refused = seen({ check: 'refused', outcome: 'warn', fingerprint: 'f2' });
    expect(complaints({ correct: [trial('malformed-json=500', [refused])] })).toEqual([]);
    expect(complaints({ correct: [trial('malformed-json=500', [{ ...refused, outcome: 'fail' }])] })).toHaveLength(1);
    expect(complaints({ correct: [trial('correct', [refused])] })).toHaveLength(1);
  });

  it('is red when a deviation that is not the host’s goes unseen', () => {
    expect(complaints({ trials: trials({ own: [] }) })).toEqual([
      'own is not shown by request-schema with the blame suite.',
      'The check request-schema kills nothing.',
    ]);
  });

  it('notices a check that was silenced', () => {
    const sample = { check: 'answer-schema', fault: 'login-wrong', task: task('x', []) };
    expect(silence(input(), sample, trial('x', []))).toMatchObject({ red: true });
    expect(silence(input(), sample, trial('x', [seen()]))).toMatchObject({ red: false });
  });
});
