import type { Call } from '../call.ts';
import { refuse } from '../http/reply.ts';
import { auditFailure } from './audit-gate.ts';
import { macOf } from './mac.ts';

/** Refuses a nonce that is too short or was used before. */
export function requireFreshNonce(call: Call, nonce: string, userName: string): void {
  const { policies, nonces } = call.host;
  if (nonce.length < policies.nonces.shortest)
    throw refuse(400, `The nonce must have at least ${policies.nonces.shortest} characters.`);
  if (nonces.has(policies.nonces.key({ nonce, endpoint: call.resource.endpoint, userName })))
    throw refuse(400, 'The nonce has been used before.');
}

export function rememberNonce(call: Call, nonce: string, userName: string): void {
  const { policies, nonces } = call.host;
  const use = { nonce, endpoint: call.resource.endpoint, userName };
  if (policies.nonces.remembers(use)) nonces.add(policies.nonces.key(use));
}

/** Refuses, and counts, a signature that none of the texts gives under the key. */
export function requireSignature(
  call: Call,
  key: string | undefined,
  texts: readonly string[],
  given: string,
  usual: string,
): void {
  // An unknown key costs the same time as a wrong one.
  const secret = key ?? '';
  const { endpoint } = call.resource;
  const agrees = texts
    .map(signed => call.host.policies.signatures.agree(macOf(secret, signed), given, endpoint))
    .includes(true);
  if (agrees && key !== undefined) return;
  auditFailure(call.host, 'signature', call);
  const { status, text } = call.host.policies.signatures.refusal(key !== undefined, usual);
  throw refuse(status, text);
}

/** What a caller has to put for the host into the text that it signs. */
export function signedHost({ host, headers }: Call): string {
  const name = headers.get('host') ?? '';
  return host.dialect['signature-host'] === 'domain-only' ? name.replace(/:\d+$/, '') : name;
}
