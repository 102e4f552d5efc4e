import { randomBytes } from 'node:crypto';
import type { TokenCheck, TokenPolicies } from '../policies/tokens.ts';
import { parseJwt, signJwt } from '../security/jwt.ts';
import type { Fault } from './fault.ts';

/** A success whose token is signed with a key that the host does not know itself. */
export const sendsOther = (id: string, endpoint: string, breaks: readonly string[]): Fault => ({
  id: `${id}-token-does-not-work`,
  endpoint,
  breaks,
  text: 'The token in the answer is signed with another key, so it opens nothing.',
  answer: value => {
    const token = parseJwt(String(value.jwt));
    return token === undefined
      ? value
      : { ...value, jwt: signJwt({ typ: 'JWT', alg: 'HS256' }, token.claims, randomBytes(32)) };
  },
});

/** A fault of how tokens are made. */
export const made = (
  id: string,
  text: string,
  breaks: readonly string[],
  change: (correct: TokenPolicies) => Partial<TokenPolicies>,
): Fault => ({
  id,
  endpoint: '*',
  breaks,
  text,
  policies: ({ tokens }) => ({ tokens: change(tokens) }),
});

/** A fault of how tokens are tested: one check left out, or changed. */
export const tested = (
  id: string,
  name: TokenCheck['name'],
  text: string,
  breaks: readonly string[],
  refuses: (correct: TokenCheck) => TokenCheck['refuses'] = () => () => false,
): Fault =>
  made(id, text, breaks, ({ checks }) => ({
    checks: checks.map(check => (check.name === name ? { ...check, refuses: refuses(check) } : check)),
  }));
