import type { Outcome } from '../model/outcome.ts';
import { type CheckCase, cases } from './cases.ts';
import type { Reporter } from './reporter.ts';

const STATUSES: Readonly<Record<Outcome, 'passed' | 'failed' | 'skipped' | 'pending' | 'other'>> = {
  'suite-error': 'other',
  fail: 'failed',
  'could-not-test': 'other',
  warn: 'passed',
  flaky: 'passed',
  waived: 'skipped',
  pass: 'passed',
  'not-applicable': 'skipped',
  disabled: 'pending',
};

function test({ suite, step, check, outcome, passes, findings }: CheckCase): Record<string, unknown> {
  const first = findings[0];
  return {
    name: `${suite.id}/${step.id} ${check}`,
    testId: `${suite.id}/${step.id}/${check}`,
    status: STATUSES[outcome],
    rawStatus: outcome,
    duration: Math.round(Math.max(0, step.endedAt - step.startedAt)),
    start: Math.round(step.startedAt),
    stop: Math.round(step.endedAt),
    suite: [suite.id, step.id],
    ...(first === undefined ? {} : { message: findings.map(finding => finding.message).join('\n') }),
    ...(outcome === 'flaky' ? { flaky: true } : {}),
    extra: {
      passes,
      endpoint: step.endpoint,
      proves: step.proves,
      findings: findings.map(({ id, fingerprint, requirement, blame, pointer }) => ({
        id,
        fingerprint,
        requirement,
        blame,
        pointer,
      })),
    },
  };
}

/** Common Test Report Format: a test per check and step. */
export const ctrf: Reporter = {
  format: 'ctrf',
  file: 'ctrf.json',
  render(record) {
    const tests = cases(record).map(test);
    const of = (status: string): number => tests.filter(one => one.status === status).length;
    const results = {
      tool: { name: record.suite.name, version: record.suite.version },
      summary: {
        tests: tests.length,
        passed: of('passed'),
        failed: of('failed'),
        skipped: of('skipped'),
        pending: of('pending'),
        other: of('other'),
        flaky: tests.filter(one => one.flaky === true).length,
        suites: record.suites.length,
        start: Date.parse(record.run.startedAt),
        stop: Date.parse(record.run.endedAt),
      },
      tests,
      environment: {
        appName: record.run.target,
        extra: {
          profile: record.run.profile,
          seed: record.run.seed,
          verdict: record.verdict,
          exitCode: record.run.exitCode,
        },
      },
    };
    const report = {
      reportFormat: 'CTRF',
      specVersion: '0.0.0',
      runId: record.run.id,
      timestamp: record.run.endedAt,
      generatedBy: `${record.suite.name} ${record.suite.version}`,
      results,
    };
    return `${JSON.stringify(report, null, 1)}\n`;
  },
};
