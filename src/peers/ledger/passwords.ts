import { createHmac } from 'node:crypto';

/**
 * The password of an account that this installation creates: it follows from the installation key and the user name
 * alone, so that a later run can use the account again, and nobody without the key can. 47 characters of base64url, at
 * least one of each kind that password rules ask for.
 */
export const derivePassword = (installationKey: Uint8Array, userName: string): string =>
  `${createHmac('sha256', installationKey).update(`password:${userName}`, 'utf8').digest('base64url')}-aA1`;

/** Sixteen hex digits that stand for an API key in the ledger, which is no place for the key itself. */
export const apiKeyFingerprint = (apiKey: string): string =>
  createHmac('sha256', 'neuron-conformance api key').update(apiKey, 'utf8').digest('hex').slice(0, 16);
