import type { Spec } from '../../contract/spec.ts';

/** Whether a successful answer of the endpoint carries a token that the host has just made. */
export const issuesToken = (spec: Spec): boolean =>
  spec.answers.some(answer => answer.text !== null && /"jwt"\s*:/.test(answer.text));
