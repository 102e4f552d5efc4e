import { callCheck } from '../check.ts';
import { messagesOf } from './messages.ts';
import { sentTo } from './sent.ts';

/** Over all that the actor has popped, each message that was sent to it stands once. */
export const messagesWhole = callCheck({
  id: 'messages-whole',
  title: 'page by page, each message was popped once',
  requirement: 'POP-MAX-COUNT',
  evaluate: evidence => {
    const { answer, value, actor, earlier, exchange } = evidence;
    if (answer.status !== 200 || actor?.jid == null) return [];
    const popped = [
      ...earlier
        .filter(step => step.exchange.endpoint === exchange.endpoint && step.exchange.actor === exchange.actor)
        .flatMap(step => messagesOf(step.value)),
      ...messagesOf(value),
    ];
    return sentTo(evidence, actor.jid).flatMap(({ id }) => {
      const count = popped.filter(message => message.id === id).length;
      if (count === 1) return [];
      return [
        {
          message: `The message ${id} was popped ${count} times.`,
          expected: 1,
          actual: count,
          pointer: '/Messages',
          requirement: count === 0 ? 'POP-MAX-COUNT' : 'POP-ONCE',
        },
      ];
    });
  },
});
