import { type Host, unixNow } from '../host.ts';
import type { Account } from '../state/accounts.ts';
import { type Jwt, signJwt } from './jwt.ts';

/** A new session: the token, and the moment that the answer states as its end. */
export interface Session {
  readonly jwt: string;
  readonly expires: Date;
}

export function issueToken(host: Host, account: Account, seconds: number): Session {
  const { tokens } = host.policies;
  const grant = { account, domain: host.domain, id: tokens.newId(), issuedAt: unixNow(host), seconds };
  // Who has a session counts as present.
  host.presences.set(account.userName, { available: true, at: host.now() });
  const jwt = signJwt(tokens.header, tokens.claims(grant), host.tokenSecret);
  return { jwt, expires: new Date(tokens.expires(grant) * 1000) };
}

/** Why a token is refused, or null and the account it is for. */
export function tokenRefusal(
  host: Host,
  token: Jwt,
  endpoint: string,
): { readonly refusal: string | null; readonly account: Account | undefined } {
  const subject = token.claims.sub;
  const suffix = `@${host.domain}`;
  const named =
    typeof subject === 'string' && subject.endsWith(suffix)
      ? host.accounts.find(subject.slice(0, -suffix.length))
      : undefined;
  const account = host.policies.tokens.account(named, host.accounts);
  const context = {
    endpoint,
    now: unixNow(host),
    secret: host.tokenSecret,
    revoked: host.revoked.has(token.text),
    account,
  };
  const check = host.policies.tokens.checks.find(({ refuses }) => refuses(token, context));
  return { refusal: check?.description ?? null, account };
}

/** Makes a token worthless before it expires. */
export function revokeToken(host: Host, token: Jwt): void {
  const expires = token.claims.exp;
  host.revoked.add(token.text, typeof expires === 'number' ? expires : 0, unixNow(host));
}
