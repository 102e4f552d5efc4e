import { flat, type PlannedSuite } from './planned.ts';

/** One line of `checks.lock`: what a step must emit in a profile and in those that include it. */
export interface LockEntry {
  readonly profile: string;
  readonly suite: string;
  readonly step: string;
  /** Without any of these the step may be not applicable. */
  readonly needs: readonly string[];
  readonly checks: readonly string[];
}

/** What some planned suites emit, a line for each step. */
export const entriesOf = (profile: string, suites: readonly PlannedSuite[]): readonly LockEntry[] =>
  suites.flatMap(({ id, needs, steps }) =>
    flat(steps).map(step => ({ profile, suite: id, step: step.id, needs, checks: step.checks })),
  );

const HEAD =
  '# profile, suite, step, what it needs, checks it must emit. A profile also emits what those it includes do.';

export const printLock = (entries: readonly LockEntry[]): string =>
  `${[HEAD, ...entries.map(({ profile, suite, step, needs, checks }) => [profile, suite, step, needs.join(' '), checks.join(' ')].join('\t'))].join('\n')}\n`;

export const parseLock = (text: string): readonly LockEntry[] =>
  text
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [profile = '', suite = '', step = '', needs = '', checks = ''] = line.split('\t');
      return { profile, suite, step, needs: words(needs), checks: words(checks) };
    });

const words = (text: string): readonly string[] => text.split(' ').filter(word => word !== '');
