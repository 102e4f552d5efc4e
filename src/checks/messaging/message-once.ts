import { callCheck } from '../check.ts';
import { messagesOf, textsOf } from './messages.ts';
import { sentTo } from './sent.ts';

/** Each text message sent earlier in the suite to this actor and not yet popped arrives once. */
export const messageOnce = callCheck({
  id: 'message-once',
  title: 'each message arrives exactly once',
  requirement: 'SEND-TEXT-DELIVERS',
  evaluate: evidence => {
    const { answer, value, actor } = evidence;
    if (answer.status !== 200 || actor?.jid == null) return [];
    const messages = messagesOf(value);
    return sentTo(evidence, actor.jid).flatMap(({ id, text }) => {
      const count = messages.filter(message => message.id === id || textsOf(message).includes(text)).length;
      return count === 1
        ? []
        : [{ message: `The message ${id} arrived ${count} times.`, expected: 1, actual: count, pointer: '/Messages' }];
    });
  },
});
