import type { Pattern } from './notation/ast.ts';
import type { AnswerSpec, Spec } from './spec.ts';

/** The answer that success gives: the first of 2xx, else the first. */
export const successOf = (answers: readonly AnswerSpec[]): AnswerSpec | undefined =>
  answers.find(answer => answer.status >= 200 && answer.status < 300) ?? answers[0];

export const SIDES = ['request', 'answer'] as const;
export type Side = (typeof SIDES)[number];

/** The notation of one side of an endpoint; null where it has no described body. */
export const patternOf = (spec: Spec, side: Side): Pattern | null =>
  side === 'request' ? spec.request : (successOf(spec.answers)?.pattern ?? null);
