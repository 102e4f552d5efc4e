import type { Judgement } from '../../model/finding.ts';
import { callCheck } from '../check.ts';
import type { ActorView } from '../evidence.ts';
import { issuesToken } from './issues.ts';
import { decodeToken, tokenOf } from './jwt.ts';

/** Who, by whom, when, until when and which: the five claims that clients read. */
export const tokenClaims = callCheck({
  id: 'token-claims',
  title: 'the token names issuer, subject, time and id',
  requirement: 'TOKEN-CLAIMS',
  standing: ['call'],
  applies: issuesToken,
  evaluate: ({ answer, value, actor, spec }) => {
    const claims = decodeToken(tokenOf(value))?.claims;
    if (answer.status !== 200 || claims === undefined) return [];
    const wrong = (name: string, expected: string): Judgement => ({
      message: `The claim "${name}" of the token from ${spec.endpoint} is ${JSON.stringify(claims[name] ?? null)}.`,
      expected,
      actual: claims[name] ?? null,
      pointer: '/jwt',
    });
    return [
      ...(typeof claims.jti === 'string' && claims.jti !== '' ? [] : [wrong('jti', 'an id')]),
      ...(typeof claims.iss === 'string' && claims.iss !== '' ? [] : [wrong('iss', "the host's domain")]),
      ...(Number.isInteger(claims.iat) ? [] : [wrong('iat', 'Unix seconds')]),
      ...(Number.isInteger(claims.exp) ? [] : [wrong('exp', 'Unix seconds')]),
      ...(typeof claims.sub === 'string' && isSubject(claims.sub, actor)
        ? []
        : [wrong('sub', actor?.jid ?? `${actor?.userName ?? 'user'}@domain`)]),
    ];
  },
});

/** The account's address: its user name, at the domain that the host names, or at any while none is known. */
function isSubject(sub: string, actor: ActorView | null): boolean {
  if (actor === null) return true;
  const [user = '', domain = ''] = sub.toLowerCase().split('@');
  return (
    user === actor.userName.toLowerCase() &&
    domain !== '' &&
    (actor.domain === null || domain === actor.domain.toLowerCase())
  );
}
