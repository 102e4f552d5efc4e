import type { CallEvidence, Check, ReceiveEvidence } from '../checks/index.ts';
import type { Finding, Judgement } from '../model/finding.ts';
import { reasonOf } from '../model/reason.ts';
import type { Level } from '../model/requirement.ts';
import { type FindingPlace, findingOf } from './finding.ts';

export interface Judged {
  /** How often each check found nothing to say. */
  readonly passed: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
}

export interface Rules {
  readonly checks: ReadonlyMap<string, Check>;
  readonly levels: ReadonlyMap<string, Level>;
}

/** Checks that speak for what the step proves, before what they ask themselves. */
const SPEAKERS: ReadonlySet<string> = new Set([
  'refused',
  'expected',
  'answer-headers',
  'dialect-known',
  'mail-arrives',
  'mail-once',
  'mail-code',
  'no-mail',
  'no-messages',
]);

/** The requirement that a check judges in a step. */
export function requirementOf(
  check: Check,
  proves: readonly string[],
  levels: ReadonlyMap<string, Level>,
): string | null {
  if (check.id === 'answer-status')
    return proves.find(id => levels.get(id) === 'must') ?? proves[0] ?? check.requirement;
  return SPEAKERS.has(check.id) ? (proves[0] ?? check.requirement) : check.requirement;
}

/** Asks the named checks about a piece of evidence. Pure. */
export function judge(
  ids: readonly string[],
  evidence: CallEvidence | ReceiveEvidence,
  proves: readonly string[],
  place: FindingPlace,
  { checks, levels }: Rules,
): Judged {
  const passed: Record<string, number> = {};
  const findings: Finding[] = [];
  for (const id of ids) {
    const check = checks.get(id);
    if (check === undefined) continue;
    const judgements = evaluate(check, evidence);
    const own = requirementOf(check, proves, levels);
    judgements.forEach((judgement, index) => {
      const requirement = judgement.requirement ?? own;
      findings.push(findingOf(judgement, check.id, requirement, levels.get(requirement ?? '') ?? 'must', place, index));
    });
    if (judgements.length === 0) passed[check.id] = 1;
  }
  return { passed, findings };
}

function evaluate(check: Check, evidence: CallEvidence | ReceiveEvidence): readonly Judgement[] {
  try {
    if (check.on === 'call' && 'spec' in evidence) return check.evaluate(evidence);
    if (check.on === 'receive' && !('spec' in evidence)) return check.evaluate(evidence);
    return [];
  } catch (error) {
    const said = reasonOf(error);
    return [
      {
        message: `The check ${check.id} failed to judge: ${said}. Please report this as a bug of the suite.`,
        as: 'suite-error',
        blame: 'suite',
      },
    ];
  }
}
