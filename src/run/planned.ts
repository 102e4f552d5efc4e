import type { Spec } from '../contract/spec.ts';
import type { Effects } from '../model/run-record.ts';
import type { Need, Profile, Step, Suite, Template } from '../suite/index.ts';

/** One step as it will be run: variants, selections and repetitions are expanded. */
export interface PlannedStep {
  /** Unique in its suite: `seconds-out-of-range[seconds=0]`, `without-token[Account/Info]`. */
  readonly id: string;
  readonly title: string;
  readonly step: Step;
  readonly spec: Spec | null;
  /** What this variant sets: `seconds`, `with.token`, `sign.host`. */
  readonly variant: readonly { readonly path: string; readonly value: Template }[];
  /** Ids of the checks that the step must emit. */
  readonly checks: readonly string[];
  readonly failedCredentials: number;
  /** What the host keeps of one such request when it accepts it. */
  readonly spends: Spec['spends'];
  /** The steps of `together`. */
  readonly children: readonly PlannedStep[];
}

/** The two forms that a Neuron speaks. */
export type WireEncoding = 'json' | 'xml';

export interface PlannedSuite {
  readonly encoding: WireEncoding;
  /** The suite's id; `accounts/alice` for a suite that provides a shared account. */
  readonly id: string;
  readonly suite: Suite;
  readonly steps: readonly PlannedStep[];
  /** For a providing suite: the shared actor that it provides. */
  readonly provides: string | null;
  /** Shared actors it uses, one suite at a time. */
  readonly shares: readonly string[];
  /** What it cannot do without, the needs of what gives it accounts included. */
  readonly needs: readonly Need[];
  /** Why it cannot be run here; null when it can. */
  readonly notApplicable: string | null;
}

export interface Plan {
  readonly profile: Profile;
  readonly suites: readonly PlannedSuite[];
  readonly effects: Effects;
}

/** All steps of a suite, those of `together` in place of it. */
export const flat = (steps: readonly PlannedStep[]): readonly PlannedStep[] =>
  steps.flatMap(step => (step.children.length > 0 ? flat(step.children) : [step]));
