import type { Finding } from '../model/finding.ts';
import { type Outcome, worst } from '../model/outcome.ts';
import type { RunRecord, StepRecord, SuiteRecord } from '../model/run-record.ts';
import { groupBy } from './group.ts';

/** One check in one step, with everything it said there: what other formats call a test case. */
export interface CheckCase {
  readonly suite: SuiteRecord;
  readonly step: StepRecord;
  readonly check: string;
  readonly outcome: Outcome;
  /** How often it passed. */
  readonly passes: number;
  readonly findings: readonly Finding[];
}

/** The cases of one step, in the order in which its record names them. */
export function stepCases(suite: SuiteRecord, step: StepRecord): CheckCase[] {
  const findings = groupBy(step.findings, finding => finding.check);
  return [...new Set([...Object.keys(step.passed), ...findings.keys()])].map(check => {
    const own = findings.get(check) ?? [];
    const passes = step.passed[check] ?? 0;
    const outcome = worst([...own.map(finding => finding.outcome), ...(passes > 0 ? (['pass'] as const) : [])]);
    return { suite, step, check, outcome, passes, findings: own };
  });
}

export const cases = (record: RunRecord): CheckCase[] =>
  record.suites.flatMap(suite => suite.steps.flatMap(step => stepCases(suite, step)));
