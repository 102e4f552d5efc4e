import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { issuesToken } from './issues.ts';
import { decodeToken, tokenOf } from './jwt.ts';

/** A token lives as long as the caller asked, give or take the second that truncation may cost. */
export const tokenLife = callCheck({
  id: 'token-life',
  title: 'the token lives as long as was asked',
  requirement: 'TOKEN-LIFE',
  standing: ['call'],
  applies: issuesToken,
  evaluate: ({ answer, value, sent, spec }) => {
    const claims = decodeToken(tokenOf(value))?.claims;
    const asked = isObject(sent) ? Number(sent.seconds) : Number.NaN;
    if (
      answer.status !== 200 ||
      typeof claims?.exp !== 'number' ||
      typeof claims.iat !== 'number' ||
      !Number.isFinite(asked)
    )
      return [];
    const life = claims.exp - claims.iat;
    if (Math.abs(life - asked) <= 1) return [];
    return [
      {
        message: `The token of ${spec.endpoint} lives ${life} s; ${asked} s were asked.`,
        expected: asked,
        actual: life,
        pointer: '/jwt',
      },
    ];
  },
});
