import type { Judgement } from '../../model/finding.ts';
import { isObject, type Json } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { issuesToken } from './issues.ts';
import { decodeToken, tokenOf } from './jwt.ts';

/** Who, by whom, when, until when and which: the five claims that clients read. */
export const tokenClaims = callCheck({
  id: 'token-claims',
  title: 'the token names issuer, subject, time and id',
  requirement: 'TOKEN-CLAIMS',
  standing: ['call'],
  applies: issuesToken,
  evaluate: ({ answer, value, sent, actor, spec }) => {
    const claims = decodeToken(tokenOf(value))?.claims;
    if (answer.status !== 200 || claims === undefined) return [];
    const wrong = (name: string, expected: string): Judgement => ({
      message: `The claim "${name}" of the token from ${spec.endpoint} is ${JSON.stringify(claims[name] ?? null)}.`,
      expected,
      actual: claims[name] ?? null,
      pointer: '/jwt',
    });
    // A step may name another account than its actor's own.
    const userName = isObject(sent) && typeof sent.userName === 'string' ? sent.userName : actor?.userName;
    const domain = actor?.domain ?? null;
    return [
      ...(typeof claims.jti === 'string' && claims.jti !== '' ? [] : [wrong('jti', 'an id')]),
      ...(isIssuer(claims.iss, domain) ? [] : [wrong('iss', domain ?? "the host's domain")]),
      ...(isMoment(claims.iat) ? [] : [wrong('iat', 'Unix seconds')]),
      ...(isMoment(claims.exp) ? [] : [wrong('exp', 'Unix seconds')]),
      ...(typeof claims.sub === 'string' && isSubject(claims.sub, userName, domain)
        ? []
        : [wrong('sub', `${userName ?? 'user'}@${domain ?? 'domain'}`)]),
    ];
  },
});

/** 2100-01-01 in Unix seconds: later moments are in another unit. */
const LAST = 4_102_444_800;

const isMoment = (claim: Json | undefined): boolean =>
  typeof claim === 'number' && Number.isInteger(claim) && claim > 0 && claim <= LAST;

/** The domain that the host names, or a name without scheme and path while none is known: then a port may be in it. */
const isIssuer = (claim: Json | undefined, domain: string | null): boolean =>
  typeof claim === 'string' &&
  (domain === null ? /^[^\s/:]+(?::\d+)?$/.test(claim) : claim.toLowerCase() === domain.toLowerCase());

/** Names that XMPP takes for one, written in one way. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

/** The account's address: its user name, at the domain that the host names, or at any while none is known. */
function isSubject(sub: string, userName: string | undefined, domain: string | null): boolean {
  const [user = '', at = ''] = sub.split('@').map(folded);
  return (
    at !== '' && (userName === undefined || user === folded(userName)) && (domain === null || at === folded(domain))
  );
}
