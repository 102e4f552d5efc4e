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
    const schemes = headerValues(answer.headers, 'www-authenticate').map(value => value.split(' ')[0]?.toLowerCase());
    return schemes.includes(wanted) || (spec.auth === 'basic' && schemes.length > 0)
      ? []
      : [
          {
            message: `${spec.endpoint} answered 401 without a ${wanted} challenge.`,
            expected: `WWW-Authenticate: ${wanted}`,
            actual: schemes.join(', '),
          },
        ];
  },
});
