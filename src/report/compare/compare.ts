import type { RunRecord } from '../../model/run-record.ts';
import { count } from '../words.ts';
import { compareDeviations, lostCoverage, lostRequirements } from './deviations.ts';
import { compareDialect } from './dialect.ts';
import { compareLatency } from './latency.ts';
import { compareShapes, compareStatuses } from './shapes.ts';
import { sideOf } from './side.ts';
import type { Comparison } from './types.ts';

/** Compares two runs: the first is what is known (production, yesterday), the second is what is asked about. Pure. */
export function compare(left: RunRecord, right: RunRecord): Comparison {
  const parts = {
    ...compareDeviations(left, right),
    noLongerTested: lostCoverage(left, right),
    requirementsNoLongerTested: lostRequirements(left, right),
  };
  return {
    left: sideOf(left),
    right: sideOf(right),
    ...judged(parts, right),
    caveats: caveats(left, right),
    ...parts,
    dialect: compareDialect(left, right),
    shapes: [...compareShapes(left, right), ...compareStatuses(left, right)],
    latency: compareLatency(left, right),
  };
}

function caveats(left: RunRecord, right: RunRecord): string[] {
  const differ = (what: string, before: string, after: string): string[] =>
    before === after ? [] : [`The runs are of different ${what}: ${before}, then ${after}.`];
  return [
    ...differ('profiles', left.run.profile, right.run.profile),
    ...differ('versions of the suite', left.suite.version, right.suite.version),
  ];
}

type Parts = Pick<
  Comparison,
  'newlyFailing' | 'fixed' | 'stillFailing' | 'noLongerTested' | 'requirementsNoLongerTested'
>;

/** Only what newly fails, and what is required and no longer tested, decides. */
function judged(parts: Parts, right: RunRecord): Pick<Comparison, 'exitCode' | 'sentence'> {
  const failing = parts.newlyFailing.filter(({ outcome }) => outcome === 'fail');
  const requirements = [...new Set(failing.flatMap(({ requirement }) => requirement ?? []))];
  const lost = parts.requirementsNoLongerTested.filter(({ level }) => level === 'must');
  const rest = also(parts);
  if (parts.newlyFailing.some(({ outcome }) => outcome === 'suite-error')) {
    return { exitCode: 4, sentence: `No answer: the suite itself failed in the later run${rest}.` };
  }
  if (right.counts.checks.pass === 0 && failing.length === 0) {
    return { exitCode: 3, sentence: `No answer: nothing holds in the later run, because nothing was tested${rest}.` };
  }
  if (failing.length > 0) {
    const what =
      requirements.length === 0
        ? count(failing.length, 'check')
        : `${count(requirements.length, 'requirement')} (${requirements.slice(0, 3).join(', ')}${requirements.length > 3 ? ', …' : ''})`;
    return { exitCode: 1, sentence: `Do not release: ${right.run.target} newly breaks ${what}${rest}.` };
  }
  if (lost.length > 0 || right.run.ended !== 'finished') {
    const what =
      right.run.ended === 'finished'
        ? `${count(lost.length, 'required promise is', 'required promises are')} no longer tested`
        : `the later run was ${right.run.ended}`;
    return { exitCode: 3, sentence: `No answer: nothing newly fails, but ${what}${rest}.` };
  }
  return { exitCode: 0, sentence: `Nothing that held is broken on ${right.run.target}${rest}.` };
}

function also({ newlyFailing, fixed, stillFailing }: Parts): string {
  const warnings = newlyFailing.filter(({ outcome }) => outcome === 'warn').length;
  const parts = [
    ...(warnings === 0 ? [] : [count(warnings, 'new warning')]),
    ...(fixed.length === 0 ? [] : [`${fixed.length} fixed`]),
    ...(stillFailing.length === 0 ? [] : [`${stillFailing.length} still failing`]),
  ];
  return parts.length === 0 ? '' : `; ${parts.join(', ')}`;
}
