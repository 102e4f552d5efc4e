import type { Call } from '../call.ts';
import { refuse } from '../http/reply.ts';
import { auditFailure } from './audit-gate.ts';
import { macOf } from './mac.ts';

/** Refuses a nonce that is too short or was used before. */
export function requireFreshNonce(call: Call, nonce: string, userName: string): void {
  const { policies, nonces } = call.host;
  if (nonce.length < policies.nonces.shortest)
    throw refuse(400, `The nonce must have at least ${policies.nonces.shortest} characters.`);
  if (nonces.has(nonceKey(call, nonce, userName))) throw refuse(400, 'The nonce has been used before.');
}

export const rememberNonce = (call: Call, nonce: string, userName: string): void =>
  call.host.nonces.add(nonceKey(call, nonce, userName));

const nonceKey = ({ host, resource }: Call, nonce: string, userName: string) =>
  host.policies.nonces.key({ nonce, endpoint: resource.endpoint, userName });

/** Refuses, and counts, a signature that none of the texts gives under the key. */
export function requireSignature(
  call: Call,
  key: string | undefined,
  texts: readonly string[],
  given: string,
  text: string,
): void {
  // An unknown key costs the same time as a wrong one.
  const secret = key ?? '';
  const agrees = texts.map(signed => call.host.policies.signatures.agree(macOf(secret, signed), given)).includes(true);
  if (agrees && key !== undefined) return;
  auditFailure(call.host, 'signature', call);
  throw refuse(403, text);
}
