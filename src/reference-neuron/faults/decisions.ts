import type { LetterPolicies } from '../policies/letters.ts';
import type { VerificationPolicies } from '../policies/verification.ts';
import type { Fault } from './fault.ts';

/** A fault in what is sent. */
export const letters = (
  id: string,
  endpoint: string,
  text: string,
  breaks: readonly string[],
  change: (correct: LetterPolicies) => Partial<LetterPolicies>,
): Fault => ({ id, endpoint, breaks, text, policies: policies => ({ letters: change(policies.letters) }) });

/** A fault in how codes are made and taken back. */
export const verification = (
  id: string,
  endpoint: string,
  text: string,
  breaks: readonly string[],
  change: (correct: VerificationPolicies) => Partial<VerificationPolicies>,
): Fault => ({ id, endpoint, breaks, text, policies: policies => ({ verification: change(policies.verification) }) });
