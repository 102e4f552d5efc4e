import { CHECKS } from '../../checks/index.ts';
import { planRun } from '../../run/plan.ts';
import type { Plan } from '../../run/planned.ts';
import { NEEDS, type Need, type Suite } from '../../suite/index.ts';
import type { Given } from './given.ts';
import { type Library, profileNamed } from './library.ts';
import type { RunSettings } from './settings.ts';

/** The suites that settings select: those that were named, else the profile's. */
const selectSuites = (library: Library, settings: RunSettings): readonly Suite[] =>
  (settings.suites.length > 0 ? settings.suites : profileNamed(library, settings.profile).suites).map(name =>
    library.suite(name),
  );

/** Whether any of the suites uses an account that is shared over the run. */
const sharesAccount = (suite: Suite): boolean => Object.values(suite.actors).includes('verified');

/** Makes the plan of a run. Opens nothing and sends nothing. */
export const makePlan = (library: Library, settings: RunSettings, has: ReadonlySet<Need>, given: Given): Plan => {
  const suites = selectSuites(library, settings);
  return planRun({
    contract: library.contract,
    checks: CHECKS,
    profile: profileNamed(library, settings.profile),
    suites,
    providers: suites.some(sharesAccount)
      ? library.suiteIds.map(id => library.suite(id)).filter(suite => suite.provides !== null)
      : [],
    has,
    encodings: settings.encoding === 'both' ? ['json', 'xml'] : [settings.encoding],
    given: [...given.keys()],
  });
};

/** What settings configure, as far as it can be told without opening anything. */
export function needsOf(settings: RunSettings): ReadonlySet<Need> {
  if (settings.target === null) return new Set(NEEDS);
  return new Set<Need>([
    ...(settings.apiKey === null ? [] : (['api-key'] as const)),
    ...(settings.mailbox === null ? [] : (['mailbox'] as const)),
    ...(settings.sms === null ? [] : (['sms'] as const)),
    ...(settings.captcha === null ? [] : (['captcha'] as const)),
  ]);
}
