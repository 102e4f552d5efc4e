import { randomInt } from 'node:crypto';
import type { Account } from '../state/accounts.ts';
import type { Medium } from '../state/codes.ts';

export interface VerificationPolicies {
  newCode(): string;
  /** Whether a code that came back is the one that waits; `all` are those that wait for anyone. */
  agree(waiting: string, given: string, all: readonly string[], medium: Medium): boolean;
  /** A code works once. */
  spends(medium: Medium): boolean;
  /** Whether an account with what is verified so far may be used. */
  completes(account: Account): boolean;
  /** Whether the address or number of a caller with a token must be the caller's own. */
  readonly ownOnly: boolean;
  /** Whether a code is sent again to a contact that the request names or not, and that was verified then, or never. */
  resends(medium: Medium, named: boolean, verified: number | null): boolean;
}

export const verificationPolicies: VerificationPolicies = {
  newCode: () => String(randomInt(100_000, 1_000_000)),
  // The notation reads codes as numbers, so leading zeros carry nothing.
  agree: (waiting, given) => /^\s*\+?\d+\s*$/.test(given) && Number(given) === Number(waiting),
  spends: () => true,
  completes: account => account.eMailVerified !== null && (account.phoneNr === '' || account.phoneNrVerified !== null),
  ownOnly: true,
  resends: (_, named, verified) => named && verified === null,
};
