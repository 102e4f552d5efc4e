import type { RunRecord } from '../../model/run-record.ts';

/** One run as a comparison names it. */
export interface Side {
  readonly runId: string;
  readonly target: string;
  readonly startedAt: string;
  readonly profile: string;
  readonly suite: string;
  readonly sentence: string;
  readonly exitCode: number;
}

export const sideOf = ({ run, suite, verdict }: RunRecord): Side => ({
  runId: run.id,
  target: run.target,
  startedAt: run.startedAt,
  profile: run.profile,
  suite: `${suite.name} ${suite.version}`,
  sentence: verdict.sentence,
  exitCode: run.exitCode,
});
