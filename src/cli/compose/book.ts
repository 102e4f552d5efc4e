import { homedir } from 'node:os';
import {
  apiKeyFingerprint,
  derivePassword,
  type Ledger,
  loadInstallationKey,
  openLedger,
  requireQuota,
  stateFiles,
} from '../../peers/ledger/index.ts';
import type { AccountBook } from '../../run/session.ts';

/** The ledger as a run uses it, and the passwords of the accounts in it. */
export interface Bookkeeping {
  readonly ledger: Ledger;
  readonly book: AccountBook;
  readonly passwordFor: (userName: string) => string;
}

export async function openBook(host: string, apiKey: string | null, runId: string): Promise<Bookkeeping> {
  const files = stateFiles(process.env, homedir());
  const key = await loadInstallationKey(files.installationKey);
  const ledger = await openLedger({ file: files.ledger, now: Date.now });
  const fingerprint = apiKey === null ? '' : apiKeyFingerprint(apiKey);
  return {
    ledger,
    passwordFor: userName => derivePassword(key, userName),
    book: {
      intend: account => ledger.intend({ ...account, host, run: runId, apiKey: fingerprint }),
      settle: async (userName, created) => {
        if (created !== null) await ledger.settle(host, userName, created ? 'created' : 'refused');
      },
    },
  };
}

/** Refuses to start a run that would meet the end of the API key's quota half-way. */
export async function requireQuotaLeft(
  ledger: Ledger,
  host: string,
  apiKey: string | null,
  quota: number | null,
  accounts: number,
): Promise<void> {
  if (quota === null || apiKey === null) return;
  requireQuota(await ledger.accounts(), { host, apiKey: apiKeyFingerprint(apiKey), quota }, accounts);
}
