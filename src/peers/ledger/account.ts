/**
 * What is known of an account: `intended`: Create was about to be sent, and no answer is known, so the account may
 * exist; `refused`: the host did not create it; `forgotten`: the operator says that it is gone from the host.
 */
export const ACCOUNT_STATES = ['intended', 'created', 'verified', 'refused', 'forgotten'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export interface NewAccount {
  /** The target's host, as its `Host` header has it. */
  readonly host: string;
  readonly userName: string;
  readonly eMail: string;
  readonly actor: string;
  readonly suite: string;
  /** Id of the run that creates it. */
  readonly run: string;
  /** Fingerprint of the API key whose quota it takes. */
  readonly apiKey: string;
}

export interface Account extends NewAccount {
  readonly state: AccountState;
  /** When Create was about to be sent; milliseconds since the epoch. */
  readonly createdAt: number;
  /** When the state was last heard of. */
  readonly changedAt: number;
}

/** One line of the ledger. Accounts are named by host and user name. */
export type LedgerRecord =
  | { readonly type: 'intended'; readonly at: number; readonly account: NewAccount }
  | {
      readonly type: Exclude<AccountState, 'intended'>;
      readonly at: number;
      readonly host: string;
      readonly userName: string;
    };

/** The accounts that the records tell of, in the order of their creation. */
export function accountsOf(records: readonly LedgerRecord[]): readonly Account[] {
  const accounts = new Map<string, Account>();
  for (const record of records) {
    if (record.type === 'intended') {
      const { account, at } = record;
      accounts.set(nameOf(account), { ...account, state: 'intended', createdAt: at, changedAt: at });
      continue;
    }
    const known = accounts.get(nameOf(record));
    if (known === undefined) continue;
    // Create of an existing account can be a login: a verified account stays verified.
    const state = known.state === 'verified' && record.type === 'created' ? known.state : record.type;
    accounts.set(nameOf(record), { ...known, state, changedAt: record.at });
  }
  return [...accounts.values()];
}

const nameOf = ({ host, userName }: { readonly host: string; readonly userName: string }): string =>
  JSON.stringify([host, userName]);

/** Whether an account takes, or may take, a place in its key's quota. */
export const mayExist = ({ state }: Account): boolean => state !== 'refused' && state !== 'forgotten';
