import { callCheck } from '../check.ts';
import { issuesToken } from './issues.ts';
import { decodeToken, tokenOf } from './jwt.ts';

export const tokenForm = callCheck({
  id: 'token-form',
  title: 'the token is a signed JSON Web Token',
  requirement: 'TOKEN-CLAIMS',
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
    const { typ, alg } = token.header;
    if (typ === 'JWT' && typeof alg === 'string' && /^HS\d+$/.test(alg)) return [];
    return [
      {
        message: `The header of the token from ${spec.endpoint} is ${JSON.stringify(token.header)}.`,
        expected: 'typ JWT and an HMAC as alg',
        actual: token.header,
        pointer: '/jwt',
      },
    ];
  },
});
