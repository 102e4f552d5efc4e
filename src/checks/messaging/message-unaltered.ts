import type { Judgement } from '../../model/finding.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { messagesOf, textsOf } from './messages.ts';
import { type SentMessage, sentTo } from './sent.ts';

/** What was sent arrives as it was sent: sender, recipient, id, language, subject, and the text to the last code point. */
export const messageUnaltered = callCheck({
  id: 'message-unaltered',
  title: 'the message arrives as it was sent',
  requirement: 'POP-UNALTERED',
  evaluate: evidence => {
    const { answer, value, actor } = evidence;
    if (answer.status !== 200 || actor?.jid == null) return [];
    const messages = messagesOf(value);
    const { jid } = actor;
    const all = sentTo(evidence, jid);
    return all.flatMap(sent => {
      // A text tells which message it is only where no other was sent with it.
      const isAlone = all.filter(({ text }) => text === sent.text).length === 1;
      const message =
        messages.find(({ id }) => id === sent.id) ??
        (isAlone ? messages.find(one => textsOf(one).includes(sent.text)) : undefined);
      // Where only one was sent, the one that came is it, however it was altered.
      const only = message ?? (all.length === 1 && messages.length === 1 ? messages[0] : undefined);
      return only === undefined ? [] : compare(sent, only, jid);
    });
  },
});

function compare(sent: SentMessage, message: JsonObject, jid: string): readonly Judgement[] {
  const differs = (what: string, expected: Json, actual: Json | undefined): Judgement => ({
    message: `The ${what} of message ${sent.id} is not what was sent.`,
    expected,
    actual: actual ?? null,
    pointer: `/Messages/${what}`,
  });
  const texts = textsOf(message.Content ?? message.content);
  return [
    ...(message.id === sent.id ? [] : [differs('id', sent.id, message.id)]),
    ...(sent.from === null || isSame(message.from, sent.from) ? [] : [differs('from', sent.from, message.from)]),
    ...(isSame(message.to, jid) ? [] : [differs('to', jid, message.to)]),
    ...(sent.language === null || message.lang === sent.language ? [] : [differs('lang', sent.language, message.lang)]),
    ...(texts.includes(sent.text) ? [] : [differs('text', sent.text, texts[0])]),
    ...(sent.subject === null || textsOf(message).includes(sent.subject)
      ? []
      : [differs('subject', sent.subject, null)]),
  ];
}

/** Whether an address, with or without a resource, is that of an account. */
const isSame = (address: Json | undefined, bare: string): boolean =>
  typeof address === 'string' && address.split('/')[0]?.toLowerCase() === bare.toLowerCase();
