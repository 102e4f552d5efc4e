import type { Finding } from '../model/finding.ts';

/** 0 releasable, 1 the host breaks a requirement, 2 configuration, 3 incomplete, 4 the suite failed; where several hold: 4, 1, 2, 3. */
export type ExitCode = 0 | 1 | 2 | 3 | 4;

export function exitCodeOf(
  findings: readonly Finding[],
  options: { readonly strict: boolean; readonly finished: boolean },
): ExitCode {
  const has = (test: (finding: Finding) => boolean): boolean => findings.some(test);
  if (has(({ outcome }) => outcome === 'suite-error')) return 4;
  if (has(({ outcome }) => outcome === 'fail')) return 1;
  if (options.strict && has(({ outcome }) => outcome === 'warn' || outcome === 'flaky')) return 1;
  if (has(({ outcome, blame }) => outcome === 'could-not-test' && blame === 'configuration')) return 2;
  if (!options.finished || has(({ outcome }) => outcome === 'could-not-test')) return 3;
  return 0;
}
