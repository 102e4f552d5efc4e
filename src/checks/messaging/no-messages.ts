import { callCheck } from '../check.ts';
import { messagesOf } from './messages.ts';

export const noMessages = callCheck({
  id: 'no-messages',
  title: 'no message is left',
  requirement: 'POP-ONCE',
  evaluate: ({ answer, value }) => {
    const count = messagesOf(value).length;
    return answer.status !== 200 || count === 0
      ? []
      : [
          {
            message: `${count} message${count === 1 ? ' is' : 's are'} still there after popping.`,
            expected: 0,
            actual: count,
            pointer: '/Messages',
          },
        ];
  },
});
