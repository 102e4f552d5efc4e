import type { MessagePolicies } from '../policies/messages.ts';
import type { Message } from '../state/messages.ts';
import { XmlElement } from '../xml/element.ts';
import type { Fault } from './fault.ts';
import { policy } from './message-changes.ts';

/** What reaches the queues for a message that was sent. */
const sent = (id: string, text: string, breaks: readonly string[], dispatch: MessagePolicies['dispatch']): Fault =>
  policy(id, 'Xmpp/SendTextMessage', text, breaks, () => ({ dispatch }));

/** A message that was changed on its way. */
const changed = (id: string, text: string, change: (message: Message) => Partial<Message>): Fault =>
  sent(id, text, ['POP-UNALTERED'], message => [{ ...message, ...change(message) }]);

/** Changes the text of every body. */
const bodies =
  (change: (text: string) => string) =>
  ({ content }: Message): Partial<Message> => ({
    content: content.map(element =>
      element.name === 'body' ? new XmlElement('body', element.namespace, [], [change(element.text)]) : element,
    ),
  });

/** Messages that are lost, doubled, altered or delivered elsewhere. */
export const messageDelivery: readonly Fault[] = [
  sent('message-lost', 'Messages are not delivered.', ['SEND-TEXT-DELIVERS'], () => []),
  sent('message-doubled', 'Messages are delivered twice.', ['SEND-TEXT-DELIVERS', 'POP-ONCE'], message => [
    message,
    message,
  ]),
  sent(
    'message-to-everyone',
    'Messages are delivered to every account.',
    ['SEND-TEXT-DELIVERS'],
    (message, addresses) => addresses().map(to => ({ ...message, to })),
  ),
  sent('message-to-sender', 'Messages are delivered to their sender.', ['SEND-TEXT-DELIVERS'], message => [
    { ...message, to: message.from },
  ]),
  sent(
    'message-copied-to-sender',
    'Messages are delivered to their sender as well.',
    ['SEND-TEXT-DELIVERS'],
    message => [message, { ...message, to: message.from }],
  ),
  changed(
    'message-trimmed',
    'White space around a text is lost.',
    bodies(text => text.trim()),
  ),
  changed(
    'message-normalised',
    'Texts are normalised.',
    bodies(text => (text.normalize('NFC') === text ? text.normalize('NFD') : text.normalize('NFC'))),
  ),
  changed(
    'message-in-lower-case',
    'Texts are turned to lower case.',
    bodies(text => text.toLowerCase()),
  ),
  changed(
    'message-html-escaped',
    'Texts are escaped as for HTML.',
    bodies(text =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    ),
  ),
  changed(
    'message-without-emoji',
    'Characters beyond the basic plane become question marks.',
    bodies(text => text.replaceAll(/[\u{10000}-\u{10FFFF}]/gu, '?')),
  ),
  changed(
    'message-in-latin',
    'Characters that are not ASCII become question marks.',
    bodies(text => text.replaceAll(/\P{ASCII}/gu, '?')),
  ),
  changed(
    'message-double-encoded',
    'The bytes of a text are encoded twice.',
    bodies(text => Buffer.from(text, 'utf8').toString('latin1')),
  ),
  changed(
    'message-truncated',
    'Texts are cut after sixteen characters.',
    bodies(text => text.slice(0, 16)),
  ),
  changed(
    'message-without-line-breaks',
    'Line breaks become blanks.',
    bodies(text => text.replaceAll('\n', ' ')),
  ),
  changed(
    'message-without-controls-of-direction',
    'Invisible characters are taken out.',
    bodies(text => text.replaceAll(/\p{Cf}/gu, '')),
  ),
  changed('message-id-replaced', 'The recipient sees another id than the sender.', ({ id }) => ({ id: `${id}-2` })),
  changed('message-id-lost', 'The recipient sees no id.', () => ({ id: '' })),
  changed('message-from-host', 'Messages come from the host itself.', ({ from }) => ({
    from: from.split('/')[0]?.split('@')[1] ?? from,
  })),
  changed('message-from-recipient', 'Messages come from their own recipient.', ({ to }) => ({ from: to })),
  changed('message-from-another', 'Messages come from an account that did not send them.', ({ from }) => ({
    from: `x${from}`,
  })),
  {
    id: 'message-language-lost',
    endpoint: 'Xmpp/SendTextMessage',
    breaks: ['POP-UNALTERED'],
    text: 'The language of a message is lost.',
    policies: () => ({ messages: { dispatch: message => [{ ...message, lang: '' }] } }),
  },
  {
    id: 'message-subject-lost',
    endpoint: 'Xmpp/SendTextMessage',
    breaks: ['POP-UNALTERED'],
    text: 'The subject of a message is lost.',
    policies: () => ({
      messages: {
        dispatch: message => [{ ...message, content: message.content.filter(({ name }) => name !== 'subject') }],
      },
    }),
  },
];
