export { type Account, type AccountState, mayExist, type NewAccount } from './account.ts';
export { loadInstallationKey } from './installation-key.ts';
export { type Ledger, openLedger, type Quota, quotaLeft, requireQuota } from './ledger.ts';
export { apiKeyFingerprint, derivePassword } from './passwords.ts';
export { type StateFiles, stateFiles } from './state-folder.ts';
