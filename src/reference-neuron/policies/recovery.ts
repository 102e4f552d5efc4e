import type { Account } from '../state/accounts.ts';

export interface RecoveryPolicies {
  /** Where the mail goes, from the account that is meant and the address in the request. */
  recipient(account: Account, given: string): string | null;
  /** Whether the caller learns that nothing could be recovered. */
  readonly tells: boolean;
  /** What is missing in a request, as a sentence, or null. */
  missing(has: (member: 'userName' | 'personalNr' | 'country' | 'eMail' | 'phoneNr') => boolean): string | null;
}

export const recoveryPolicies: RecoveryPolicies = {
  recipient: account => account.eMail,
  tells: false,
  missing: has => {
    if (!has('userName') && !has('personalNr')) return 'userName or personalNr must be given.';
    if (has('personalNr') && !has('country')) return 'country must be given with personalNr.';
    return has('eMail') || has('phoneNr') ? null : 'eMail or phoneNr must be given.';
  },
};
