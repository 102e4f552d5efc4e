import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { entriesOf, type LockEntry, parseLock, printLock } from '../../run/lock.ts';
import type { Plan } from '../../run/planned.ts';
import { NEEDS } from '../../suite/index.ts';
import type { Library } from './library.ts';
import { PACKAGE_ROOT } from './package-root.ts';
import { makePlan } from './plan-suites.ts';
import { defaultSettings } from './settings.ts';

const FILE = join(PACKAGE_ROOT, 'suites/checks.lock');

/** What `suites/checks.lock` has to say, computed from suites, checks and contract: each step under its lowest profile. */
export function computeLock(library: Library): string {
  const seen = new Set<string>();
  const entries = library.profiles.flatMap(({ id }) => {
    const plan = makePlan(library, defaultSettings({ profile: id }), new Set(NEEDS), new Map());
    return entriesOf(id, plan.suites).filter(({ suite, step }) => {
      const key = `${suite}\t${step}`;
      return !seen.has(key) && seen.add(key);
    });
  });
  return printLock(entries);
}

export const readLock = (): readonly LockEntry[] => parseLock(readFileSync(FILE, 'utf8'));

/**
 * The entries that a plan has to meet: those of its profile and below, for whole profiles; those of the selected suites
 * otherwise. Accounts that the operator gave need not be created. The lock names the suites as they are in JSON.
 */
export function lockFor(
  plan: Plan,
  library: Library,
  selected: readonly string[],
  given: readonly string[],
): readonly LockEntry[] {
  const ladder = library.profiles.map(({ id }) => id);
  const height = ladder.indexOf(plan.profile.id);
  const isBelow = ({ profile }: LockEntry): boolean => ladder.indexOf(profile) <= height;
  const idsOf = (suite: string): readonly string[] =>
    plan.suites.filter(planned => planned.provides === null && planned.suite.id === suite).map(({ id }) => id);
  return readLock().flatMap(entry => {
    const ids = idsOf(entry.suite);
    if (ids.length > 0) return ids.map(suite => ({ ...entry, suite }));
    const promised = selected.length === 0 && isBelow(entry) && !given.some(name => entry.suite.endsWith(`/${name}`));
    return promised ? [entry] : [];
  });
}
