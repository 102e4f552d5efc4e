import type { Blame } from '../model/blame.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import { type Outcome, worst } from '../model/outcome.ts';
import type { MailRecord, StepRecord, WaitRecord } from '../model/run-record.ts';
import type { Judged } from './judge.ts';
import type { PlannedStep } from './planned.ts';

export interface StepResult {
  readonly passed?: Readonly<Record<string, number>>;
  readonly findings?: readonly Finding[];
  /** The rest of what the checks say; it may be asked for when the next request is on its way. */
  readonly judge?: () => Judged;
  readonly exchanges?: readonly Exchange[];
  readonly mails?: readonly MailRecord[];
  readonly waits?: readonly WaitRecord[];
}

/** The outcome of a step: the worst finding, a pass when every check passed. */
export const outcomeOfStep = (findings: readonly Finding[]): Outcome =>
  worst(['pass', ...findings.map(({ outcome }) => outcome)]);

/** The blame of the worst finding that has one. */
export function blameOfWorst(findings: readonly Finding[]): Blame | null {
  const outcome = outcomeOfStep(findings);
  if (outcome === 'pass') return null;
  return findings.find(finding => finding.outcome === outcome)?.blame ?? null;
}

export function stepRecord(
  planned: PlannedStep,
  actor: string | null,
  startedAt: number,
  endedAt: number,
  result: StepResult,
): StepRecord {
  const findings = result.findings ?? [];
  return {
    id: planned.id,
    title: planned.title,
    verb: planned.step.verb,
    endpoint: planned.spec?.endpoint ?? null,
    actor,
    startedAt,
    endedAt,
    outcome: outcomeOfStep(findings),
    blame: blameOfWorst(findings),
    proves: planned.step.proves,
    passed: result.passed ?? {},
    findings,
    exchanges: result.exchanges ?? [],
    mails: result.mails ?? [],
    waits: result.waits ?? [],
  };
}
