import { callCheck } from '../check.ts';
import { excerpt } from '../words.ts';

/** Groups that every host has; the services behind the others an operator may leave out. */
const EVERYWHERE: ReadonlySet<string> = new Set(['Account', 'Xmpp']);

/** What must be refused is refused with a 4xx; a 5xx refuses too, but says that the host was at fault. */
export const refused = callCheck({
  id: 'refused',
  title: 'the host refuses',
  requirement: 'REQUEST-REFUSED',
  standing: ['refuse'],
  evaluate: ({ answer, envelope, spec }) => {
    const { status } = answer;
    const unwanted = envelope?.status ?? [];
    if (status === 404 && unwanted.length > 0 && !EVERYWHERE.has(spec.group))
      return [
        {
          message: `The host does not serve ${spec.endpoint}.`,
          as: 'not-applicable',
          reason: 'not configured by the operator',
        },
      ];
    if (status >= 400 && status < 500) return unwanted;
    const told = { expected: 'a status from 400 to 499', actual: status };
    if (status >= 500)
      return [
        {
          ...told,
          message: `${spec.endpoint} met what it should refuse with ${status}: ${excerpt(answer.body.text)}.`,
          as: 'warn',
        },
      ];
    return [{ ...told, message: `${spec.endpoint} accepted with ${status} what it has to refuse.` }];
  },
});
