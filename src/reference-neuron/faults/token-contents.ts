import type { TokenPolicies } from '../policies/tokens.ts';
import type { Fault } from './fault.ts';
import { made } from './token-changes.ts';

const claims =
  (change: (claims: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>) =>
  (correct: TokenPolicies) => ({
    claims: (grant: Parameters<TokenPolicies['claims']>[0]) => change(correct.claims(grant)),
  });

const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** Tokens that say what is not so. */
export const tokenContents: readonly Fault[] = [
  made('token-id-constant', 'Every token has the same jti.', ['TOKEN-UNIQUE'], () => ({
    newId: () => 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
  })),
  made(
    'token-without-id',
    'Tokens have no jti.',
    ['TOKEN-CLAIMS', 'TOKEN-UNIQUE'],
    claims(({ jti: _, ...rest }) => rest),
  ),
  made(
    'token-without-issue-time',
    'Tokens have no iat.',
    ['TOKEN-CLAIMS'],
    claims(({ iat: _, ...rest }) => rest),
  ),
  made(
    'token-without-issuer',
    'Tokens have no iss.',
    ['TOKEN-CLAIMS'],
    claims(({ iss: _, ...rest }) => rest),
  ),
  made(
    'token-issuer-is-url',
    'iss is a URL instead of the domain.',
    ['TOKEN-CLAIMS'],
    claims(all => ({ ...all, iss: `https://${all.iss}/` })),
  ),
  made(
    'token-times-as-text',
    'iat is a text.',
    ['TOKEN-CLAIMS'],
    claims(all => ({ ...all, iat: String(all.iat) })),
  ),
  made(
    'token-issued-in-milliseconds',
    'iat is in milliseconds.',
    ['TOKEN-CLAIMS', 'ANSWER-CLOCK', 'ANSWER-TIME'],
    claims(all => ({ ...all, iat: number(all.iat) * 1000 })),
  ),
  made(
    'token-issued-in-the-past',
    'iat is an hour before the token was made.',
    ['TOKEN-CLAIMS', 'ANSWER-CLOCK', 'TOKEN-LIFE'],
    claims(all => ({ ...all, iat: number(all.iat) - 3600 })),
  ),
  made('token-typed-otherwise', 'The header of tokens says another typ than JWT.', ['TOKEN-CLAIMS'], ({ header }) => ({
    header: { ...header, typ: 'at+jws' },
  })),
  made(
    'token-names-rsa',
    'The header of tokens says RS256, although an HMAC signs them.',
    ['TOKEN-CLAIMS'],
    ({ header }) => ({ header: { ...header, alg: 'RS256' } }),
  ),
  made(
    'token-ends-late',
    'Tokens live two minutes longer than asked for, and than expires says.',
    ['TOKEN-LIFE', 'TOKEN-EXPIRES'],
    claims(all => ({ ...all, exp: number(all.exp) + 120 })),
  ),
  made(
    'token-ends-early',
    'Tokens end half a minute before expires.',
    ['TOKEN-LIFE'],
    claims(all => ({ ...all, exp: number(all.exp) - 30 })),
  ),
  made(
    'token-life-ignored',
    'Every token lives an hour, whatever was asked for.',
    ['TOKEN-LIFE', 'TOKEN-EXPIRES'],
    ({ claims: correct }) => ({
      claims: grant => correct({ ...grant, seconds: 3600 }),
      expires: ({ issuedAt }) => issuedAt + 3600,
    }),
  ),
  made(
    'token-life-in-minutes',
    'The seconds asked for are taken for minutes.',
    ['TOKEN-LIFE', 'TOKEN-EXPIRES'],
    ({ claims: correct }) => ({
      claims: grant => correct({ ...grant, seconds: grant.seconds * 60 }),
      expires: ({ issuedAt, seconds }) => issuedAt + seconds * 60,
    }),
  ),
  made(
    'token-life-doubled',
    'Tokens live twice as long as asked for, and expires says so.',
    ['TOKEN-LIFE', 'TOKEN-EXPIRES'],
    ({ claims: correct }) => ({
      claims: grant => correct({ ...grant, seconds: grant.seconds * 2 }),
      expires: ({ issuedAt, seconds }) => issuedAt + seconds * 2,
    }),
  ),
];
