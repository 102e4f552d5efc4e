import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { messagesOf } from './messages.ts';

export const messageCount = callCheck({
  id: 'message-count',
  title: 'as many messages come as were asked for',
  requirement: 'POP-MAX-COUNT',
  evaluate: ({ answer, value, sent }) => {
    const most = isObject(sent) ? Number(sent.maxCount) : Number.NaN;
    const count = messagesOf(value).length;
    return answer.status !== 200 || Number.isNaN(most) || count === most
      ? []
      : [
          {
            message: `${count} message${count === 1 ? '' : 's'} came; ${most} of those that wait were asked for.`,
            expected: most,
            actual: count,
            pointer: '/Messages',
          },
        ];
  },
});
