import { callCheck } from '../check.ts';
import { issuesToken } from './issues.ts';
import { decodeToken, tokenOf } from './jwt.ts';

export const tokenUnique = callCheck({
  id: 'token-unique',
  title: 'no two tokens have the same id',
  requirement: 'TOKEN-UNIQUE',
  standing: ['call'],
  applies: issuesToken,
  evaluate: ({ answer, value, seenTokens, earlier, spec }) => {
    const id = decodeToken(tokenOf(value))?.claims.jti;
    if (answer.status !== 200 || typeof id !== 'string' || !seenTokens.has(id)) return [];
    // A session that is asked again still holds the token that it held.
    const again = earlier.some(
      step => step.exchange.endpoint === spec.endpoint && tokenOf(step.value) === tokenOf(value),
    );
    if (spec.auth === 'session' && again) return [];
    return [
      {
        message: `The token of ${spec.endpoint} has the id of an earlier token.`,
        expected: 'a new id',
        actual: id,
        pointer: '/jwt',
      },
    ];
  },
});
