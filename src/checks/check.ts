import type { Spec } from '../contract/spec.ts';
import type { Judgement } from '../model/finding.ts';
import type { CallEvidence, ReceiveEvidence } from './evidence.ts';

interface CheckBase {
  /** Never changes. */
  readonly id: string;
  /** What the check asks, as a short phrase. */
  readonly title: string;
  /** The requirement that a deviation breaks, unless the judgement or the step names one. */
  readonly requirement: string | null;
}

/** Judges one exchange of a step. Pure: the same evidence gives the same judgements; none means that all holds. */
export interface CallCheck extends CheckBase {
  readonly on: 'call';
  /** The verbs after which it is asked as a standing check. A named check has none. */
  readonly standing: readonly ('call' | 'refuse')[];
  /** Whether the contract gives the check anything to judge at the endpoint; always when absent. */
  applies?(spec: Spec): boolean;
  evaluate(evidence: CallEvidence): readonly Judgement[];
}

/** Judges the mails, or text messages, that a `receive` step found. */
export interface ReceiveCheck extends CheckBase {
  readonly on: 'receive';
  readonly standing: readonly ('verification-code' | 'mail' | 'no-mail' | 'sms-code' | 'no-sms')[];
  evaluate(evidence: ReceiveEvidence): readonly Judgement[];
}

export type Check = CallCheck | ReceiveCheck;

/** Gives a call check its type where it is written. */
export const callCheck = (
  check: Omit<CallCheck, 'on' | 'standing'> & Partial<Pick<CallCheck, 'standing'>>,
): CallCheck => ({
  on: 'call',
  standing: [],
  ...check,
});

export const receiveCheck = (
  check: Omit<ReceiveCheck, 'on' | 'standing'> & Partial<Pick<ReceiveCheck, 'standing'>>,
): ReceiveCheck => ({
  on: 'receive',
  standing: [],
  ...check,
});
