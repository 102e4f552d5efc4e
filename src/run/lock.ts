import type { PlannedSuite } from './planned.ts';
import { flat } from './planned.ts';

/** One line of `checks.lock`: a check that a step must emit in a profile and those above it. */
export interface LockEntry {
  readonly profile: string;
  readonly suite: string;
  readonly step: string;
  readonly check: string;
}

export const keyOf = (suite: string, step: string, check: string): string => `${suite}\t${step}\t${check}`;

/** Every pair of check and step that some planned suites emit. */
export const pairsOf = (suites: readonly PlannedSuite[]): readonly { suite: string; step: string; check: string }[] =>
  suites.flatMap(suite =>
    flat(suite.steps).flatMap(step => step.checks.map(check => ({ suite: suite.id, step: step.id, check }))),
  );

export const printLock = (entries: readonly LockEntry[]): string =>
  [
    '# What each profile must emit: profile, suite, step, check. A profile also emits what those below it do.',
    ...entries.map(({ profile, suite, step, check }) => [profile, suite, step, check].join('\t')),
    '',
  ].join('\n');

export const parseLock = (text: string): readonly LockEntry[] =>
  text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [profile = '', suite = '', step = '', check = ''] = line.split('\t');
      return { profile, suite, step, check };
    });
