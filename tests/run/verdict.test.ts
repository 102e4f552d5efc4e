import { describe, expect, test } from 'vitest';
import type { RequirementRecord } from '../../src/model/run-record.ts';
import { type VerdictInput, verdictOf } from '../../src/run/verdict.ts';
import { finding } from './support/findings.ts';

const requirement = (id: string, tested = true): RequirementRecord => ({
  id,
  level: 'must',
  text: `${id} in words.`,
  source: 'a page',
  outcome: 'pass',
  tested,
  checks: [],
  untestedBecause: null,
});

const verdict = (given: Partial<VerdictInput>) =>
  verdictOf({
    exitCode: 0,
    target: 'neuron.example.com',
    findings: [],
    requirements: [requirement('ONE'), requirement('TWO', false), requirement('THREE')],
    ended: 'finished',
    steps: 18,
    ...given,
  });

describe('the verdict', () => {
  test('of a run in which everything held', () => {
    expect(verdict({})).toEqual({
      outcome: 'pass',
      blame: null,
      sentence: 'neuron.example.com may be released: 18 steps hold, 2 requirements tested.',
      next: null,
    });
  });

  test('of a run with warnings', () => {
    const findings = [finding({ outcome: 'warn' }), finding({ outcome: 'warn' })];
    expect(verdict({ findings, steps: 1 }).sentence).toBe(
      'neuron.example.com may be released: 1 step holds, 2 requirements tested, 2 warnings.',
    );
  });

  test('of a host that breaks requirements names three of them, and what the first one promises', () => {
    const findings = ['ONE', 'TWO', 'ONE', 'THREE', 'FOUR'].map(id =>
      finding({ requirement: id, message: `${id} fails.\nMore.` }),
    );
    expect(verdict({ exitCode: 1, findings })).toEqual({
      outcome: 'fail',
      blame: 'host',
      sentence: 'Do not release: neuron.example.com breaks 4 requirements (ONE, TWO, THREE, …); ONE fails.',
      next: 'Make the host keep this promise: ONE in words.',
    });
  });

  test('with --strict is given by the warnings', () => {
    const findings = [finding({ outcome: 'warn', requirement: 'TWO', message: 'It is odd.' })];
    expect(verdict({ exitCode: 1, findings }).sentence).toBe(
      'Do not release: neuron.example.com breaks 1 requirement (TWO); It is odd.',
    );
  });

  test('of a wrong configuration says what is wrong with it', () => {
    const findings = [
      finding({ outcome: 'could-not-test', blame: 'configuration', message: 'The key is refused. Check it.' }),
      finding({ outcome: 'could-not-test', blame: 'configuration', message: 'Not run.', causedBy: 'a' }),
    ];
    expect(verdict({ exitCode: 2, findings })).toEqual({
      outcome: 'could-not-test',
      blame: 'configuration',
      sentence:
        'neuron.example.com was not tested, because the configuration is at fault: The key is refused. Check it.',
      next: 'The key is refused. Check it.',
    });
  });

  test('of an incomplete run names the cause, or the interruption', () => {
    const findings = [finding({ outcome: 'could-not-test', blame: 'network', message: 'Nobody answers' })];
    const next = 'Remove the cause and run again; nothing that was not tested counts as good.';
    expect(verdict({ exitCode: 3, findings })).toEqual({
      outcome: 'could-not-test',
      blame: 'network',
      sentence: 'neuron.example.com cannot be judged, because the run is incomplete: Nobody answers.',
      next,
    });
    expect(verdict({ exitCode: 3, ended: 'interrupted' })).toEqual({
      outcome: 'could-not-test',
      blame: null,
      sentence: 'neuron.example.com cannot be judged, because the run is incomplete: the run was interrupted.',
      next,
    });
  });

  test('of a failure of our own asks for a report of it', () => {
    const findings = [finding({ outcome: 'suite-error', blame: 'suite', message: 'A check broke.\n    at line 1' })];
    expect(verdict({ exitCode: 4, findings })).toEqual({
      outcome: 'suite-error',
      blame: 'suite',
      sentence: 'The suite itself failed: A check broke.',
      next: 'Report this as a bug of the suite, with report.json.',
    });
  });
});
