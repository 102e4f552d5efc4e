import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import type { EarlierStep } from '../evidence.ts';
import { messagesOf, textsOf } from './messages.ts';

/** Each text message sent earlier in the suite to this actor and not yet popped arrives once. */
export const messageOnce = callCheck({
  id: 'message-once',
  title: 'each message arrives exactly once',
  requirement: 'SEND-TEXT-DELIVERS',
  evaluate: ({ answer, value, earlier, actor }) => {
    if (answer.status !== 200 || actor?.jid == null) return [];
    const messages = messagesOf(value);
    return sentTo(earlier, actor.jid).flatMap(({ id, text }) => {
      const count = messages.filter(message => message.id === id || textsOf(message).includes(text)).length;
      return count === 1
        ? []
        : [{ message: `The message ${id} arrived ${count} times.`, expected: 1, actual: count, pointer: '/Messages' }];
    });
  },
});

/** Text messages that earlier steps sent to a JID, with the ids that the host gave them. */
export function sentTo(
  earlier: ReadonlyMap<string, EarlierStep>,
  jid: string,
): readonly { id: string; text: string }[] {
  return [...earlier.values()].flatMap(({ exchange, answer, sent, value }) => {
    if (exchange.endpoint !== 'Xmpp/SendTextMessage' || answer.status !== 200 || !isObject(sent) || !isObject(value))
      return [];
    if (typeof sent.to !== 'string' || sent.to.toLowerCase() !== jid.toLowerCase() || typeof sent.message !== 'string')
      return [];
    return [{ id: String(value.id), text: sent.message }];
  });
}
