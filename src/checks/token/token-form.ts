import { callCheck } from '../check.ts';
import { issuesToken } from './issues.ts';
import { decodeToken, tokenOf } from './jwt.ts';

export const tokenForm = callCheck({
  id: 'token-form',
  title: 'the token is a signed JSON Web Token',
  requirement: 'TOKEN-BEARER',
  standing: ['call'],
  applies: issuesToken,
  evaluate: ({ answer, value, spec }) => {
    const text = tokenOf(value);
    if (answer.status !== 200 || typeof text !== 'string') return [];
    const token = decodeToken(text);
    if (token === null)
      return [
        {
          message: `The token of ${spec.endpoint} is not three base64url parts around JSON.`,
          expected: 'header.payload.signature',
          pointer: '/jwt',
        },
      ];
    const algorithm = token.header.alg;
    if (typeof algorithm === 'string' && algorithm.toLowerCase() !== 'none') return [];
    return [
      {
        message: `The token of ${spec.endpoint} is not signed.`,
        expected: 'an algorithm',
        actual: algorithm ?? null,
        pointer: '/jwt',
      },
    ];
  },
});
