import { callCheck } from '../check.ts';
import { decodeToken, tokenOf } from './jwt.ts';

/** A refreshed token is another token, and lives on when the first one ends. */
export const tokenReplaced = callCheck({
  id: 'token-replaced',
  title: 'the token is a new one',
  requirement: 'REFRESH-NEW-TOKEN',
  evaluate: ({ answer, value, exchange, spec }) => {
    const text = tokenOf(value);
    const old = exchange.request.headers
      .find(([name]) => name.toLowerCase() === 'authorization')?.[1]
      .replace(/^Bearer /i, '');
    if (answer.status !== 200 || typeof text !== 'string' || old === undefined) return [];
    if (text === old)
      return [
        { message: `${spec.endpoint} returned the token that it was given.`, expected: 'a new token', pointer: '/jwt' },
      ];
    const [before, after] = [decodeToken(old)?.claims.iat, decodeToken(text)?.claims.iat];
    if (typeof before !== 'number' || typeof after !== 'number' || after >= before) return [];
    return [
      {
        message: `The token of ${spec.endpoint} was issued before the one it replaces.`,
        expected: before,
        actual: after,
        pointer: '/jwt',
      },
    ];
  },
});
