import type { Effects, RunRecord, StepRecord, SuiteRecord } from './run-record.ts';

/** What the engine says while a run goes on, in order. The last event of every run is `run-ended`. */
export type RunEvent =
  | {
      readonly type: 'run-started';
      readonly at: number;
      readonly runId: string;
      readonly target: string;
      readonly profile: string;
      readonly seed: number;
      readonly suites: readonly { readonly id: string; readonly title: string; readonly steps: number }[];
      readonly planned: Effects;
    }
  | { readonly type: 'suite-started'; readonly at: number; readonly suite: string; readonly title: string }
  | {
      readonly type: 'step-started';
      readonly at: number;
      readonly suite: string;
      readonly step: string;
      readonly title: string;
    }
  /** A step waits for something that takes time; `deadline` is milliseconds since the epoch. */
  | {
      readonly type: 'waiting';
      readonly at: number;
      readonly suite: string;
      readonly step: string;
      readonly what: string;
      readonly deadline: number;
    }
  | { readonly type: 'step-ended'; readonly at: number; readonly suite: string; readonly record: StepRecord }
  | { readonly type: 'suite-ended'; readonly at: number; readonly record: SuiteRecord }
  | { readonly type: 'run-ended'; readonly at: number; readonly record: RunRecord };
