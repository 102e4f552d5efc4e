import type { Blame } from '../model/blame.ts';
import type { Finding, Judgement } from '../model/finding.ts';
import type { Outcome } from '../model/outcome.ts';
import { type Level, outcomeOfBreaking } from '../model/requirement.ts';
import { fingerprint } from './fingerprint.ts';

export interface FindingPlace {
  readonly suite: string;
  readonly step: string;
  readonly endpoint: string | null;
  readonly exchange: string | null;
}

/** Turns what a check says into a finding: what it means for the outcome, and who has to act. */
export function findingOf(
  judgement: Judgement,
  check: string,
  requirement: string | null,
  level: Level,
  place: FindingPlace,
  index: number,
): Finding {
  const outcome = outcomeOf(judgement, level);
  return {
    id: `${place.suite}/${place.step}/${check}${index === 0 ? '' : `/${index + 1}`}`,
    fingerprint: fingerprint({
      check,
      requirement,
      place: `${place.suite}/${place.step}`,
      pointer: judgement.pointer ?? null,
      kind: kindOf(judgement),
    }),
    check,
    requirement,
    outcome,
    blame: blameOf(judgement, outcome),
    message: judgement.message,
    expected: judgement.expected ?? null,
    actual: judgement.actual ?? null,
    pointer: judgement.pointer ?? null,
    exchange: judgement.exchange ?? place.exchange,
    ...(judgement.reason === undefined ? {} : { reason: judgement.reason }),
  };
}

function outcomeOf(judgement: Judgement, level: Level): Outcome {
  const { as } = judgement;
  if (as === undefined) return outcomeOfBreaking(level);
  switch (as) {
    case 'note':
      return 'pass';
    case 'warn':
      return level === 'may' ? 'pass' : 'warn';
    case 'could-not-test':
    case 'suite-error':
    case 'not-applicable':
      return as;
  }
}

/** A note on a host that does what it may do blames nobody, unless the check says who should learn of it. */
const blameOf = (judgement: Judgement, outcome: Outcome): Blame | null =>
  outcome === 'not-applicable'
    ? null
    : (judgement.blame ?? (outcome === 'suite-error' ? 'suite' : outcome === 'pass' ? null : 'host'));

const kindOf = ({ actual }: Judgement): string =>
  typeof actual === 'number' && Number.isInteger(actual) && actual >= 100 && actual <= 599
    ? String(actual)
    : actual === null
      ? 'null'
      : typeof actual;
