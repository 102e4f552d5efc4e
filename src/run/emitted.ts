import type { StepRecord } from '../model/run-record.ts';
import { EXCHANGE_COMPLETE } from './emission.ts';

/** Whether a step said something of a check; a step that could not be run says the same of all its checks. */
export function emits(step: StepRecord, check: string): boolean {
  if ((step.passed[check] ?? 0) > 0 || step.findings.some(finding => finding.check === check)) return true;
  // Where no mail came, there was nothing that the other checks could have looked at.
  const nothingCame = step.verb === 'receive' && step.mails.length === 0;
  return step.findings.some(
    ({ outcome, check: by, causedBy }) =>
      nothingCame ||
      outcome === 'not-applicable' ||
      outcome === 'suite-error' ||
      causedBy !== undefined ||
      outcome === 'could-not-test' ||
      by === EXCHANGE_COMPLETE,
  );
}
