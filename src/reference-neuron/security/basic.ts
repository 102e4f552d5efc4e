import type { Asking, Caller } from '../call.ts';
import type { Host } from '../host.ts';
import { refuse } from '../http/reply.ts';
import { auditFailure, auditSuccess } from './audit-gate.ts';

/** The caller by user name and password, or a refusal with the Basic challenge. */
export function basicCaller(host: Host, asking: Asking): Caller {
  const encoded = /^basic\s+([A-Za-z0-9+/=]+)$/i.exec(asking.headers.get('authorization') ?? '')?.[1];
  const plain = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  const colon = plain.indexOf(':');
  if (colon < 0) throw unauthorized(host);
  const account = host.accounts.find(plain.slice(0, colon));
  if (account === undefined || !host.policies.signatures.password(account.password, plain.slice(colon + 1))) {
    auditFailure(host, 'password', asking);
    throw unauthorized(host);
  }
  if (account.enabled) auditSuccess(host, 'password', asking);
  return { account, token: null };
}

const unauthorized = (host: Host) =>
  refuse(401, 'Unauthorized access prohibited.', [
    ['WWW-Authenticate', `Basic realm="${host.domain}", charset="UTF-8"`],
  ]);
