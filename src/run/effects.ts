import type { Effects } from '../model/run-record.ts';
import { flat, type PlannedSuite } from './planned.ts';

/** Failed credentials in a row after which a good login is put in. */
const FAILURES_IN_A_ROW = 3;

/** Seconds that one request and one mail are estimated to take. */
const REQUEST_SECONDS = 0.02;
const MAIL_SECONDS = 1;

/** What running some suites does to the host. `preflight` requests come on top. */
export function effectsOf(suites: readonly PlannedSuite[], preflight: number): Effects {
  const runnable = suites.filter(suite => suite.notApplicable === null);
  const steps = runnable.flatMap(suite => flat(suite.steps));
  const calls = steps.filter(planned => planned.spec !== null);
  const good = calls.filter(({ step }) => step.verb === 'call');
  const sum = (of: 'accounts' | 'mails' | 'messages'): number =>
    good.reduce((total, { spends }) => total + spends[of], 0);
  const failedCredentials = calls.reduce((total, planned) => total + planned.failedCredentials, 0);
  return {
    accounts: sum('accounts'),
    mails: sum('mails'),
    messages: sum('messages'),
    failedCredentials,
    requests: preflight + calls.length + goodLogins(failedCredentials),
    steps: steps.length,
    endpoints: [...new Set(calls.flatMap(({ spec }) => (spec === null ? [] : [spec.endpoint])))].sort(),
    seconds: Math.ceil(Math.max(0, ...runnable.map(secondsOf))),
  };
}

/** The gate logs in before the first failed credential, before every fourth, and at the end. */
const goodLogins = (failed: number): number => (failed === 0 ? 0 : Math.ceil(failed / FAILURES_IN_A_ROW) + 1);

function secondsOf(suite: PlannedSuite): number {
  return flat(suite.steps).reduce((total, { step, spec }) => {
    if (step.verb === 'wait') return total + (step.for ?? 0) / 1000;
    return total + (step.verb === 'receive' ? MAIL_SECONDS : spec === null ? 0 : REQUEST_SECONDS);
  }, 0);
}
