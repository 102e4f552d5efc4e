import { headerValues } from '../../model/exchange.ts';
import { callCheck } from '../check.ts';

/** A 405 lists the methods that would have been taken. Source: RFC 9110 §15.5.6. */
export const allowedMethods = callCheck({
  id: 'allowed-methods',
  title: 'the refusal of a method lists the others',
  requirement: 'TRANSPORT-ALLOW',
  evaluate: ({ answer, exchange, spec }) => {
    if (answer.status !== 405) return [];
    const listed = headerValues(answer.headers, 'allow')
      .flatMap(value => value.split(','))
      .map(method => method.trim());
    if (listed.includes(spec.method) && !listed.includes(exchange.request.method)) return [];
    return [
      {
        message: `${spec.endpoint} refused ${exchange.request.method} and says that it takes ${listed.join(', ') || 'nothing'}.`,
        expected: spec.method,
        actual: listed,
      },
    ];
  },
});
