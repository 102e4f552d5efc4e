import type { Asking, Caller } from '../call.ts';
import type { ResourceFacts } from '../facts.ts';
import type { Host } from '../host.ts';
import { refuse } from '../http/reply.ts';
import { auditFailure, auditSuccess } from './audit-gate.ts';
import { basicCaller } from './basic.ts';
import { parseJwt } from './jwt.ts';
import { tokenRefusal } from './tokens.ts';

const UNAUTHORIZED = 'Unauthorized access prohibited.';

/** Finds out who calls, or refuses with a challenge. Null where the resource does not ask. */
export function authenticate(host: Host, resource: ResourceFacts, asking: Asking): Caller | null {
  const scheme = host.policies.access.scheme(resource, host.dialect);
  if (scheme === 'none') return null;
  const caller =
    scheme === 'basic' ? basicCaller(host, asking) : bearerCaller(host, resource, asking, scheme === 'optional');
  if (caller !== null && !caller.account.enabled && host.policies.access.enabledOnly(resource)) {
    throw refuse(403, 'The account is not enabled.');
  }
  return caller;
}

function bearerCaller(host: Host, resource: ResourceFacts, asking: Asking, optional: boolean): Caller | null {
  const header = asking.headers.get('authorization');
  if (header === undefined && optional) return null;
  const text = /^bearer\s+(.*)$/i.exec(header ?? '')?.[1]?.trim();
  if (text === undefined) throw challenge(host);
  const token = parseJwt(text);
  // Only what can be read as a token is an attempt to get in, and counts.
  if (token === undefined) throw challenge(host, 'Unable to parse token.');
  const { refusal, account } = tokenRefusal(host, token, resource.endpoint);
  if (refusal !== null || account === undefined) {
    auditFailure(host, 'token', asking);
    throw challenge(host, refusal ?? UNAUTHORIZED);
  }
  auditSuccess(host, 'token', asking);
  return { account, token };
}

/** 401 with the bearer challenge, and why a token that was sent is not taken. */
export function challenge(host: Host, description?: string) {
  const reason = description === undefined ? '' : `, error="invalid_token", error_description="${description}"`;
  return refuse(401, UNAUTHORIZED, [['WWW-Authenticate', `Bearer realm="${host.domain}"${reason}`]]);
}
