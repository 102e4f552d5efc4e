import { count } from '../model/count.ts';
import { cut } from '../model/cut.ts';
import type { Finding } from '../model/finding.ts';
import type { RequirementRecord, Verdict } from '../model/run-record.ts';
import type { ExitCode } from './exit-code.ts';

export interface VerdictInput {
  readonly exitCode: ExitCode;
  readonly target: string;
  readonly findings: readonly Finding[];
  readonly requirements: readonly RequirementRecord[];
  readonly ended: 'finished' | 'interrupted' | 'stopped';
  readonly steps: number;
}

/** The answer to "may this version go out?" in one sentence, with the one next thing to do. */
export function verdictOf(input: VerdictInput): Verdict {
  const causes = input.findings.filter(finding => finding.causedBy === undefined);
  const of = (outcome: Finding['outcome']): readonly Finding[] => causes.filter(finding => finding.outcome === outcome);
  const [failed, untested] = [of('fail'), of('could-not-test')];
  switch (input.exitCode) {
    case 0:
      return {
        outcome: 'pass',
        blame: null,
        sentence: `${input.target} may be released: ${tested(input)}${warnings(of('warn').length)}.`,
        next: null,
      };
    case 1:
      return broken(input, failed.length > 0 ? failed : [...of('warn'), ...of('flaky')]);
    case 2: {
      const cause = untested.find(({ blame }) => blame === 'configuration');
      return {
        outcome: 'could-not-test',
        blame: 'configuration',
        sentence: `${input.target} was not tested, because the configuration is at fault: ${cause?.message ?? ''}`,
        next: cause?.message ?? null,
      };
    }
    case 3: {
      const cause = untested[0];
      const why =
        input.ended === 'interrupted' ? 'the run was interrupted' : (cause?.message ?? 'a step could not be run');
      return {
        outcome: 'could-not-test',
        blame: cause?.blame ?? null,
        sentence: `${input.target} cannot be judged, because the run is incomplete: ${why}${/[.!?]$/.test(why) ? '' : '.'}`,
        next: 'Remove the cause and run again; nothing that was not tested counts as good.',
      };
    }
    case 4: {
      const cause = of('suite-error')[0];
      return {
        outcome: 'suite-error',
        blame: 'suite',
        sentence: `The suite itself failed: ${firstLine(cause?.message)}`,
        next: 'Report this as a bug of the suite, with report.json.',
      };
    }
  }
}

function broken({ target, requirements }: VerdictInput, findings: readonly Finding[]): Verdict {
  const ids = [...new Set(findings.flatMap(({ requirement }) => (requirement === null ? [] : [requirement])))];
  const first = requirements.find(({ id }) => id === ids[0]);
  return {
    outcome: 'fail',
    blame: 'host',
    sentence: `Do not release: ${target} breaks ${count(Math.max(1, ids.length), 'requirement')}${ids.length === 0 ? '' : ` (${ids.slice(0, 3).join(', ')}${ids.length > 3 ? ', …' : ''})`}; ${firstLine(findings[0]?.message)}`,
    next: first === undefined ? null : `Make the host keep this promise: ${first.text}`,
  };
}

function tested({ requirements, steps }: VerdictInput): string {
  const some = requirements.filter(requirement => requirement.tested);
  return `${count(steps, 'step holds', 'steps hold')}, ${count(some.length, 'requirement')} tested`;
}

const warnings = (number: number): string => (number === 0 ? '' : `, ${count(number, 'warning')}`);

/** Enough of a message to know it again; what a host answered may be long. */
const firstLine = (text: string | undefined): string => cut((text ?? '').split('\n')[0] ?? '', 120);
