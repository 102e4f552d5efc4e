import { headerValues } from '../../model/exchange.ts';
import { callCheck } from '../check.ts';

/** A 401 says how to do better: one challenge for each scheme. Source: RFC 9110 §11.6.1. */
export const challenge = callCheck({
  id: 'challenge',
  title: 'the 401 carries a challenge',
  requirement: 'ERROR-CHALLENGE',
  evaluate: ({ answer, spec }) => {
    if (answer.status !== 401) return [];
    const wanted = spec.auth === 'basic' ? 'basic' : 'bearer';
    const challenges = headerValues(answer.headers, 'www-authenticate');
    const fits = challenges.filter(value => spec.auth === 'basic' || value.split(' ')[0]?.toLowerCase() === wanted);
    if (fits.some(value => /\brealm\s*=/i.test(value))) return [];
    return [
      {
        message: `${spec.endpoint} answered 401 without a ${wanted} challenge${fits.length > 0 ? ' that names a realm' : ''}.`,
        expected: `WWW-Authenticate: ${wanted} realm="…"`,
        actual: challenges,
      },
    ];
  },
});
