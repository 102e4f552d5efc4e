import type { Finding } from '../model/finding.ts';
import type { JsonObject } from '../model/json.ts';
import { worst } from '../model/outcome.ts';
import type { StepRecord, SuiteRecord } from '../model/run-record.ts';
import type { Waiver } from '../suite/waivers.ts';
import { engineSuite, step } from './coverage.ts';
import { findingOf } from './finding.ts';
import { blameOfWorst, outcomeOfStep } from './step-record.ts';

const DAY = 86_400_000;

export interface Waived {
  readonly suites: readonly SuiteRecord[];
  readonly waivers: readonly JsonObject[];
}

/**
 * Takes known failures out of the verdict and leaves them in the report. A waiver that is past its date, that covers
 * nothing any more, or whose failure has changed, is itself a finding: the operator has to edit it.
 */
export function applyWaivers(suites: readonly SuiteRecord[], waivers: readonly Waiver[], now: number): Waived {
  if (waivers.length === 0) return { suites, waivers: [] };
  const findings = suites.flatMap(suite => suite.steps.flatMap(one => one.findings));
  const judged = waivers.map(waiver => ({ waiver, state: stateOf(waiver, findings, suites, now) }));
  const valid = judged.filter(({ state }) => state.kind === 'applied').map(({ waiver }) => waiver);
  const complaints = judged.flatMap(({ waiver, state }) => ('why' in state ? [complain(waiver, state.why)] : []));
  const waived = suites.map(suite => waiveSuite(suite, valid));
  return {
    suites:
      complaints.length === 0
        ? waived
        : [
            ...waived,
            engineSuite(
              'waivers',
              'Accepted known failures',
              step('valid', 'every waiver still holds', complaints, now),
            ),
          ],
    waivers: judged.map(({ waiver, state }) => ({
      check: waiver.check,
      requirement: waiver.requirement,
      fingerprint: waiver.fingerprint,
      owner: waiver.owner,
      issue: waiver.issue,
      expires: waiver.expires,
      reason: waiver.reason,
      state: state.kind,
      daysLeft: Math.ceil((waiver.expiresAt - now) / DAY),
      line: `${waiver.at.file}:${waiver.at.line}`,
    })),
  };
}

type State =
  | { readonly kind: 'applied' | 'not-tested' }
  | { readonly kind: 'expired' | 'stale' | 'changed'; readonly why: string };

function stateOf(waiver: Waiver, findings: readonly Finding[], suites: readonly SuiteRecord[], now: number): State {
  const same = findings.filter(
    finding => finding.check === waiver.check && finding.requirement === waiver.requirement && isFailure(finding),
  );
  if (now >= waiver.expiresAt + DAY)
    return {
      kind: 'expired',
      why: `expired on ${waiver.expires}. Fix the failure, or agree on a new date with ${waiver.owner} (${waiver.issue})`,
    };
  if (same.some(({ fingerprint }) => fingerprint === waiver.fingerprint)) return { kind: 'applied' };
  if (same.length > 0) {
    const found = [...new Set(same.map(({ fingerprint }) => fingerprint))].join(', ');
    return {
      kind: 'changed',
      why: `covers ${waiver.fingerprint}, but what fails now is ${found}: another failure. Look at it before you change the fingerprint`,
    };
  }
  const tested = suites.some(suite => suite.steps.some(one => (one.passed[waiver.check] ?? 0) > 0));
  return tested ? { kind: 'stale', why: 'covers a failure that is gone. Delete it' } : { kind: 'not-tested' };
}

const isFailure = ({ outcome }: Finding): boolean => outcome === 'fail' || outcome === 'warn' || outcome === 'flaky';

function complain(waiver: Waiver, why: string): Finding {
  const { file, line } = waiver.at;
  return findingOf(
    {
      message: `${file}:${line}: the waiver of ${waiver.check} for ${waiver.requirement} ${why}.`,
      as: 'could-not-test',
      blame: 'configuration',
    },
    'waivers',
    null,
    'must',
    { suite: 'waivers', step: 'valid', endpoint: null, exchange: null },
    0,
  );
}

function waiveSuite(suite: SuiteRecord, waivers: readonly Waiver[]): SuiteRecord {
  const steps = suite.steps.map(one => waiveStep(one, waivers));
  const outcome = worst(steps.map(one => one.outcome));
  return { ...suite, steps, outcome, blame: steps.find(one => one.outcome === outcome)?.blame ?? null };
}

function waiveStep(record: StepRecord, waivers: readonly Waiver[]): StepRecord {
  if (!record.findings.some(isFailure)) return record;
  const findings = record.findings.map(finding => {
    const waiver = isFailure(finding)
      ? waivers.find(
          ({ check, requirement, fingerprint }) =>
            check === finding.check && requirement === finding.requirement && fingerprint === finding.fingerprint,
        )
      : undefined;
    if (waiver === undefined) return finding;
    const { owner, issue, expires, reason } = waiver;
    return { ...finding, outcome: 'waived' as const, waiver: { owner, issue, expires, reason } };
  });
  return { ...record, findings, outcome: outcomeOfStep(findings), blame: blameOfWorst(findings) };
}
