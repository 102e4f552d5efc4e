/** A broker account. Times are milliseconds since the epoch; a missing phone number is the empty text. */
export interface Account {
  readonly userName: string;
  readonly password: string;
  readonly eMail: string;
  readonly phoneNr: string;
  readonly created: number;
  readonly updated: number | null;
  readonly enabled: boolean;
  readonly canRelay: boolean;
  readonly eMailVerified: number | null;
  readonly phoneNrVerified: number | null;
  /** The API key that it was made with. */
  readonly apiKey: string;
}

export interface Accounts {
  /** By user name, as the host folds names. */
  find(userName: string): Account | undefined;
  byEMail(eMail: string): readonly Account[];
  byPhoneNr(phoneNr: string): readonly Account[];
  all(): readonly Account[];
  add(account: Account): void;
  /** Replaces what changed and returns the account as it is now. */
  update(account: Account, changes: Partial<Account>): Account;
}

/** Accounts in memory; `fold` makes equal what the host takes for the same name. */
export function accountsInMemory(fold: (userName: string) => string): Accounts {
  const accounts = new Map<string, Account>();
  const having = (test: (account: Account) => boolean) => [...accounts.values()].filter(test);
  return {
    find: userName => accounts.get(fold(userName)),
    byEMail: eMail => having(account => account.eMail.toLowerCase() === eMail.toLowerCase()),
    byPhoneNr: phoneNr => having(account => account.phoneNr !== '' && account.phoneNr === phoneNr),
    all: () => [...accounts.values()],
    add: account => {
      accounts.set(fold(account.userName), account);
    },
    update: (account, changes) => {
      const changed = { ...account, ...changes };
      accounts.set(fold(account.userName), changed);
      return changed;
    },
  };
}
