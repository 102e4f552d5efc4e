import { randomBytes } from 'node:crypto';
import { type Claims, hasGoodSignature, type Jwt } from '../security/jwt.ts';
import type { Account, Accounts } from '../state/accounts.ts';

/** A token about to be made. Moments are Unix seconds. */
export interface Grant {
  readonly account: Account;
  readonly domain: string;
  readonly id: string;
  readonly issuedAt: number;
  readonly seconds: number;
}

/** What a token is tested against. `now` is in Unix seconds. */
export interface TokenContext {
  readonly now: number;
  readonly secret: Uint8Array;
  readonly revoked: boolean;
  readonly account: Account | undefined;
  /** The endpoint that is asked. */
  readonly endpoint: string;
}

/** One reason to refuse a token; the description goes into the challenge. */
export interface TokenCheck {
  readonly name: 'algorithm' | 'signature' | 'expired' | 'not-before' | 'revoked' | 'user';
  readonly description: string;
  refuses(token: Jwt, context: TokenContext): boolean;
}

export interface TokenPolicies {
  readonly header: Claims;
  newId(): string;
  claims(grant: Grant): Claims;
  /** What the answer states as `expires`, Unix seconds. */
  expires(grant: Grant): number;
  /** In order; the first that refuses gives the description. */
  readonly checks: readonly TokenCheck[];
  /** The account that a token opens, from the one that it names. */
  account(named: Account | undefined, accounts: Accounts): Account | undefined;
  readonly revokedByRefresh: boolean;
  readonly revokedByLogout: boolean;
  /** Revoked tokens are still known after a restart. */
  readonly revocationLasts: boolean;
}

const moment = (token: Jwt, claim: string): number | undefined => {
  const value = token.claims[claim];
  return typeof value === 'number' ? value : undefined;
};

export const tokenPolicies: TokenPolicies = {
  header: { typ: 'JWT', alg: 'HS256' },
  newId: () => randomBytes(32).toString('base64'),
  claims: ({ account, domain, id, issuedAt, seconds }) => ({
    jti: id,
    iss: domain,
    sub: `${account.userName}@${domain}`,
    iat: issuedAt,
    exp: issuedAt + seconds,
  }),
  expires: ({ issuedAt, seconds }) => issuedAt + seconds,
  checks: [
    {
      name: 'algorithm',
      description: 'No algorithm specified in token.',
      refuses: token => token.algorithm === null || token.algorithm.toLowerCase() === 'none',
    },
    {
      name: 'signature',
      description: 'Invalid signature in token.',
      refuses: (token, { secret }) => !hasGoodSignature(token, secret),
    },
    {
      name: 'expired',
      description: 'Token has expired.',
      refuses: (token, { now }) => now >= (moment(token, 'exp') ?? 0),
    },
    {
      name: 'not-before',
      description: 'Token is not yet valid.',
      refuses: (token, { now }) => now < (moment(token, 'nbf') ?? now),
    },
    // The framework uses these words for tokens that were logged out or refreshed.
    { name: 'revoked', description: 'Token uses deprecated algorithm.', refuses: (_, { revoked }) => revoked },
    {
      name: 'user',
      description: 'User not valid in this context.',
      refuses: (_, { account }) => account === undefined,
    },
  ],
  account: named => named,
  revokedByRefresh: true,
  revokedByLogout: true,
  revocationLasts: true,
};
