import { callCheck } from '../check.ts';
import { sentTo } from './message-once.ts';
import { messagesOf, textsOf } from './messages.ts';

/** The text arrives as it was sent, to the last code point. */
export const messageUnaltered = callCheck({
  id: 'message-unaltered',
  title: 'the text arrives unaltered',
  requirement: 'POP-UNALTERED',
  evaluate: ({ answer, value, earlier, actor }) => {
    if (answer.status !== 200 || actor?.jid == null) return [];
    const messages = messagesOf(value);
    return sentTo(earlier, actor.jid).flatMap(({ id, text }) => {
      const message =
        messages.find(candidate => candidate.id === id) ?? (messages.length === 1 ? messages[0] : undefined);
      if (message === undefined) return [];
      const texts = textsOf(message.Content ?? message.content);
      if (texts.includes(text)) return [];
      return [
        {
          message: `The text of message ${id} is not what was sent.`,
          expected: text,
          actual: texts[0] ?? null,
          pointer: '/Messages',
        },
      ];
    });
  },
});
