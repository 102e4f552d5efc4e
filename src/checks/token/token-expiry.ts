import { callCheck } from '../check.ts';
import { readTimestamp } from '../timestamp.ts';
import { issuesToken } from './issues.ts';
import { decodeToken, sessionOf, tokenOf } from './jwt.ts';

/** `expires` of the answer and `exp` of the token are one moment, told twice. */
export const tokenExpiry = callCheck({
  id: 'token-expiry',
  title: 'the token expires when the answer says',
  requirement: 'TOKEN-LIFE',
  standing: ['call'],
  applies: issuesToken,
  evaluate: ({ answer, value, spec }) => {
    const exp = decodeToken(tokenOf(value))?.claims.exp;
    const expires = readTimestamp(sessionOf(value)?.expires);
    if (answer.status !== 200 || typeof exp !== 'number' || expires === null || Math.trunc(expires) === exp) return [];
    return [
      {
        message: `${spec.endpoint} says that the token expires at ${expires}, the token itself says ${exp}.`,
        expected: exp,
        actual: sessionOf(value)?.expires ?? null,
        pointer: '/expires',
      },
    ];
  },
});
