import type { RunRecord } from '../../model/run-record.ts';
import { outcomeOfExit } from '../exit.ts';
import { compare } from './compare.ts';

/**
 * The record with what newly fails against a baseline as its verdict. Failures that the baseline has too are shown and
 * do not decide; what the baseline tested and this run did not makes it incomplete. A run that ended for the operator
 * to act (exit 2) or because the suite failed (exit 4) keeps its verdict: it answers nothing about the host.
 */
export function applyBaseline(record: RunRecord, baseline: RunRecord): RunRecord {
  const comparison = compare(baseline, record);
  const { exitCode, newlyFailing, stillFailing, fixed, requirementsNoLongerTested } = comparison;
  const noted: RunRecord = {
    ...record,
    baseline: {
      runId: baseline.run.id,
      target: baseline.run.target,
      startedAt: baseline.run.startedAt,
      newlyFailing: newlyFailing.map(({ finding }) => finding),
      stillFailing: stillFailing.map(({ finding }) => finding),
      fixed: fixed.map(({ finding }) => finding),
      noLongerTested: requirementsNoLongerTested.map(({ id }) => id),
    },
  };
  if (record.run.exitCode === 2 || record.run.exitCode === 4) return noted;
  const first = newlyFailing.find(({ outcome }) => outcome === 'fail');
  return {
    ...noted,
    run: { ...record.run, exitCode },
    verdict: {
      outcome: exitCode === 0 && stillFailing.length > 0 ? 'waived' : outcomeOfExit(exitCode),
      blame: exitCode === 1 ? 'host' : exitCode === 0 ? null : record.verdict.blame,
      sentence: comparison.sentence,
      next:
        first === undefined ? (exitCode === 0 ? null : record.verdict.next) : `Look at what is new: ${first.message}`,
    },
  };
}
