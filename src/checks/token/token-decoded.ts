import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { readTimestamp } from '../timestamp.ts';
import { decodeToken } from './jwt.ts';

/** AuthenticateJwt says of a token what anybody can read in it. */
export const tokenDecoded = callCheck({
  id: 'token-decoded',
  title: 'the host reads the token as we do',
  requirement: 'JWT-AUTHENTIC',
  evaluate: ({ answer, value, sent, exchange }) => {
    const bearer = exchange.request.headers
      .find(([name]) => name.toLowerCase() === 'authorization')?.[1]
      .replace(/^Bearer /i, '');
    const token = decodeToken(isObject(sent) && typeof sent.token === 'string' ? sent.token : bearer);
    if (answer.status !== 200 || !isObject(value) || token === null) return [];
    const { claims } = token;
    const pairs = [
      ['subject', claims.sub, value.subject],
      ['issuer', claims.iss, value.issuer],
      ['id', claims.jti, value.id],
      ['expiration', claims.exp, readTimestamp(value.expiration) ?? value.expiration],
      ['issuedAt', claims.iat, readTimestamp(value.issuedAt) ?? value.issuedAt],
    ] as const;
    return pairs.flatMap(([name, ours, theirs]) =>
      theirs === undefined || theirs === null || ours === undefined || ours === theirs
        ? []
        : [
            {
              message: `The host reads "${name}" of the token as ${JSON.stringify(theirs)}; the token says ${JSON.stringify(ours)}.`,
              expected: ours,
              actual: theirs,
              pointer: `/${name}`,
            },
          ],
    );
  },
});
