import { randomBytes } from 'node:crypto';
import { homedir } from 'node:os';
import type { RunRecord } from '../../model/run-record.ts';
import {
  type Account,
  apiKeyFingerprint,
  derivePassword,
  loadInstallationKey,
  mayExist,
  openLedger,
  requireQuota,
  stateFiles,
} from '../../peers/ledger/index.ts';
import type { AccountBook } from '../../run/session.ts';

/** The ledger as a run uses it, and the passwords of the accounts in it. */
export interface Bookkeeping {
  readonly book: AccountBook;
  readonly passwordFor: (userName: string) => string;
  /** What the ledger says of the target; null when there is no ledger. */
  readonly before: RunRecord['ledger'] | null;
  /** Accounts that this installation made on the target with the same API key. */
  readonly ownAccounts: readonly Account[];
  /** Throws OperatorError when so many accounts would meet the end of the key's quota half-way. */
  requireQuota(planned: number): void;
  close(): Promise<void>;
}

export interface BookOptions {
  readonly host: string;
  readonly apiKey: string | null;
  readonly runId: string;
  /** Accounts that the key may make in all; null when nobody said. */
  readonly quota: number | null;
}

/** Opens this installation's ledger and reconciles it with the target. */
export async function openBook({ host, apiKey, runId, quota }: BookOptions): Promise<Bookkeeping> {
  const files = stateFiles(process.env, homedir());
  const key = await loadInstallationKey(files.installationKey);
  const ledger = await openLedger({ file: files.ledger, now: Date.now });
  const fingerprint = apiKey === null ? '' : apiKeyFingerprint(apiKey);
  const accounts = await ledger.accounts();
  const { open } = await ledger.reconcile(runId);
  return {
    passwordFor: userName => derivePassword(key, userName),
    before: { onHost: onHost(accounts, host).length, unconfirmed: onHost(open, host).length, quota },
    ownAccounts: onHost(accounts, host).filter(account => account.apiKey === fingerprint),
    requireQuota: planned => {
      if (quota !== null && apiKey !== null) requireQuota(accounts, { host, apiKey: fingerprint, quota }, planned);
    },
    close: () => ledger.close(),
    book: {
      intend: account => ledger.intend({ ...account, host, run: runId, apiKey: fingerprint }),
      settle: (userName, state) => ledger.settle(host, userName, state),
    },
  };
}

const onHost = (accounts: readonly Account[], host: string): readonly Account[] =>
  accounts.filter(account => account.host === host && mayExist(account));

/** For a host that lives in this process and dies with it: nothing is left that anybody would have to know of. */
export function bookOfEmbedded(): Bookkeeping {
  const key = randomBytes(32);
  return {
    passwordFor: userName => derivePassword(key, userName),
    before: null,
    ownAccounts: [],
    requireQuota: () => {},
    close: async () => {},
    book: { intend: async () => {}, settle: async () => {} },
  };
}
