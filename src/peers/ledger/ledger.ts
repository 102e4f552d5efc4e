import { OperatorError } from '../../model/operator-error.ts';
import { type Account, type AccountState, accountsOf, mayExist, type NewAccount } from './account.ts';
import { openAppendFile } from './append-file.ts';
import { readLines } from './record.ts';

export interface LedgerOptions {
  readonly file: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The durable list of the accounts that this installation has created, on every target. */
export interface Ledger {
  readonly file: string;
  /** Writes an account down, on the disk, before its Create is sent. */
  intend(account: NewAccount): Promise<void>;
  /** Writes down what became of an account. */
  settle(host: string, userName: string, state: Exclude<AccountState, 'intended'>): Promise<void>;
  /** All accounts, those of other processes included, in the order of their creation. */
  accounts(): Promise<readonly Account[]>;
  /**
   * What an earlier process left open: accounts whose answer it did not live to see, and lines that are no records.
   * `run` is the id of the run that asks; its own accounts are not among them.
   */
  reconcile(run: string): Promise<{ readonly open: readonly Account[]; readonly damagedLines: readonly number[] }>;
  close(): Promise<void>;
}

/** Opens the ledger; several processes may have it open at once. Throws OperatorError when it cannot be written. */
export async function openLedger({ file, now }: LedgerOptions): Promise<Ledger> {
  const lines = await openAppendFile(file);
  const read = async () => readLines(await lines.read());
  return {
    file,
    intend: account => lines.append(JSON.stringify({ type: 'intended', at: now(), account }), true),
    settle: (host, userName, state) => lines.append(JSON.stringify({ type: state, at: now(), host, userName }), false),
    accounts: async () => accountsOf((await read()).records),
    reconcile: async run => {
      const { records, damaged } = await read();
      const open = accountsOf(records).filter(account => account.state === 'intended' && account.run !== run);
      return { open, damagedLines: damaged };
    },
    close: () => lines.close(),
  };
}

export interface Quota {
  readonly host: string;
  /** Fingerprint of the API key. */
  readonly apiKey: string;
  /** How many accounts the operator of the host has given the key. */
  readonly quota: number;
}

/** How many accounts a key can still create, as far as this installation knows: other users of the key are not seen. */
export const quotaLeft = (accounts: readonly Account[], { host, apiKey, quota }: Quota): number =>
  quota - accounts.filter(account => account.host === host && account.apiKey === apiKey && mayExist(account)).length;

/** Throws OperatorError when a run that plans `needed` accounts would meet the end of the key's quota. */
export function requireQuota(accounts: readonly Account[], quota: Quota, needed: number): void {
  const left = quotaLeft(accounts, quota);
  if (needed <= left) return;
  const used = quota.quota - left;
  throw new OperatorError(
    'QUOTA_TOO_SMALL',
    `This run needs ${needed} accounts on ${quota.host}, but ${used} of the API key's ${quota.quota} are used up, which leaves ${Math.max(0, left)}.`,
    'Have accounts deleted on the host and then "accounts forget" them, or have the limit raised and change "quota".',
  );
}
