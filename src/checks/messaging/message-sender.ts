import { callCheck } from '../check.ts';
import { messagesOf } from './messages.ts';

/** A message names the account that sent it, with or without a resource. */
export const messageSender = callCheck({
  id: 'message-sender',
  title: 'each message names an address as its sender',
  requirement: 'POP-UNALTERED',
  evaluate: ({ answer, value }) =>
    answer.status !== 200
      ? []
      : messagesOf(value).flatMap(({ from, id }) =>
          typeof from === 'string' && from.includes('@')
            ? []
            : [
                {
                  message: `The message ${String(id)} comes from ${JSON.stringify(from ?? null)}.`,
                  expected: 'user@domain',
                  actual: from ?? null,
                  pointer: '/Messages',
                },
              ],
        ),
});
