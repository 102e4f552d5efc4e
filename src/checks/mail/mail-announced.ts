import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';

/** Where the answer tells whether a code was mailed, it tells that one was. */
export const mailAnnounced = callCheck({
  id: 'mail-announced',
  title: 'the answer says that a code was mailed',
  requirement: 'CREATE-MAILS',
  evaluate: ({ answer, value, spec }) =>
    answer.status === 200 && isObject(value) && value.eMailCodeSent === false
      ? [
          {
            message: `${spec.endpoint} says that it has mailed no code.`,
            expected: true,
            actual: false,
            pointer: '/eMailCodeSent',
          },
        ]
      : [],
});
