import type { Check } from '../checks/index.ts';
import { type Outcome, worst } from '../model/outcome.ts';
import type { Level, Requirement } from '../model/requirement.ts';
import type { RequirementRecord, StepRecord, SuiteRecord } from '../model/run-record.ts';
import { EXCHANGE_COMPLETE } from './emission.ts';
import { requirementOf } from './judge.ts';

/** What a run says of each requirement: whether it was tested, by which checks, and with what outcome. */
export function requirementRecords(
  requirements: readonly Requirement[],
  suites: readonly SuiteRecord[],
  checks: readonly Check[],
): readonly RequirementRecord[] {
  const levels = new Map<string, Level>(requirements.map(({ id, level }) => [id, level]));
  const byId = new Map(checks.map(check => [check.id, check]));
  const said = new Map<string, { outcomes: Set<Outcome>; checks: Set<string> }>();
  const say = (requirement: string | null, check: string, outcome: Outcome): void => {
    if (requirement === null) return;
    const entry = said.get(requirement) ?? { outcomes: new Set<Outcome>(), checks: new Set<string>() };
    entry.outcomes.add(outcome);
    entry.checks.add(check);
    said.set(requirement, entry);
  };
  for (const step of suites.flatMap(suite => suite.steps)) {
    for (const id of Object.keys(step.passed)) {
      if (id === EXCHANGE_COMPLETE) say('TRANSPORT-COMPLETE', id, 'pass');
      const check = byId.get(id);
      if (check === undefined) continue;
      for (const requirement of judgedBy(check, step, levels)) say(requirement, id, 'pass');
    }
    for (const finding of step.findings) say(finding.requirement, finding.check, finding.outcome);
  }
  return requirements.map(requirement => {
    const entry = said.get(requirement.id);
    const outcome = entry === undefined ? 'disabled' : worst(entry.outcomes);
    const tested = [...(entry?.outcomes ?? [])].some(isTested);
    return {
      ...requirement,
      outcome,
      tested,
      checks: [...(entry?.checks ?? [])].sort(),
      untestedBecause: tested ? null : (requirement.untestable ?? whyNot(outcome)),
    };
  });
}

const isTested = (outcome: Outcome): boolean =>
  outcome !== 'could-not-test' && outcome !== 'not-applicable' && outcome !== 'disabled';

/** What a passing check shows: its own requirement, and everything its step proves when it speaks for the step. */
function judgedBy(check: Check, step: StepRecord, levels: ReadonlyMap<string, Level>): readonly (string | null)[] {
  const own = requirementOf(check, step.proves, levels);
  if (step.proves.length === 0) return [own];
  return own === step.proves[0] || check.id === 'answer-status' ? [...new Set([own, ...step.proves])] : [own];
}

function whyNot(outcome: Outcome): string {
  if (outcome === 'could-not-test') return 'a step before it failed, or host, network or mailbox could not be reached';
  return outcome === 'not-applicable' ? 'what it needs is not configured' : 'no selected suite tests it';
}
