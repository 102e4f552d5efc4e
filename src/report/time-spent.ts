import type { RunRecord, StepRecord } from '../model/run-record.ts';

/** Milliseconds by whom they were spent on, summed over steps; suites that ran side by side count each their own. */
export interface TimeSpent {
  readonly host: number;
  readonly mail: number;
  readonly us: number;
}

export function timeOfStep({ startedAt, endedAt, exchanges, waits }: StepRecord): TimeSpent {
  const whole = Math.max(0, endedAt - startedAt);
  const waited = (whom: 'host' | 'mail'): number =>
    waits.filter(wait => wait.whom === whom).reduce((sum, wait) => sum + Math.max(0, wait.until - wait.from), 0);
  const host = Math.min(whole, exchanges.reduce((sum, { timings }) => sum + timings.whole, 0) + waited('host'));
  const mail = Math.min(whole - host, waited('mail'));
  return { host, mail, us: whole - host - mail };
}

export function timeSpent({ suites }: RunRecord): TimeSpent {
  let [host, mail, us] = [0, 0, 0];
  for (const step of suites.flatMap(suite => suite.steps)) {
    const own = timeOfStep(step);
    host += own.host;
    mail += own.mail;
    us += own.us;
  }
  return { host, mail, us };
}
