import type { MessagePolicies } from '../policies/messages.ts';
import { XmlElement } from '../xml/element.ts';
import { onStatus, replyOf } from './changes.ts';
import type { Fault } from './fault.ts';
import { answered, policy } from './message-changes.ts';

/** What the sender is told, and what becomes of formatted messages, XML messages and queries. */
export const sending: readonly Fault[] = [
  // What the sender is told
  answered(
    'send-says-not-sent',
    'Xmpp/SendTextMessage',
    'The answer says that the message was not sent, although it was.',
    ['SEND-TEXT-ID'],
    value => ({ ...value, sent: false }),
  ),
  answered(
    'send-tells-another-id',
    'Xmpp/SendTextMessage',
    'The answer names another id than the request gave.',
    ['SEND-TEXT-ID'],
    value => ({ ...value, id: `${String(value.id)}-x` }),
  ),
  answered('send-tells-empty-id', 'Xmpp/SendTextMessage', 'The answer names an empty id.', ['SEND-TEXT-ID'], value => ({
    ...value,
    id: '',
  })),
  answered(
    'send-tells-constant-id',
    'Xmpp/SendTextMessage',
    'The answer always names the same id.',
    ['SEND-TEXT-ID'],
    value => ({ ...value, id: 'message-1' }),
  ),
  answered(
    'send-formatted-tells-another-id',
    'Xmpp/SendFormattedMessage',
    'The answer names another id than the request gave.',
    ['SEND-FORMATTED-ID'],
    value => ({ ...value, id: `${String(value.id)}-x` }),
  ),
  answered(
    'send-xml-tells-another-id',
    'Xmpp/SendXmlMessage',
    'The answer names another id than the request gave.',
    ['SEND-XML-ID'],
    value => ({ ...value, id: `${String(value.id)}-x` }),
  ),
  policy(
    'formatted-without-html',
    'Xmpp/SendFormattedMessage',
    'A formatted message has no HTML.',
    ['SEND-FORMATTED-FORMS'],
    () => without('html'),
  ),
  policy(
    'formatted-without-markdown',
    'Xmpp/SendFormattedMessage',
    'A formatted message has no Markdown.',
    ['SEND-FORMATTED-FORMS'],
    () => without('content'),
  ),
  policy(
    'formatted-without-text',
    'Xmpp/SendFormattedMessage',
    'A formatted message has no plain text.',
    ['SEND-FORMATTED-FORMS'],
    () => without('body'),
  ),
  policy(
    'xml-message-without-attributes',
    'Xmpp/SendXmlMessage',
    'An XML message loses its attributes.',
    ['SEND-XML-CONTENT'],
    () => elements(({ name, namespace, children }) => new XmlElement(name, namespace, [], children)),
  ),
  policy(
    'xml-message-without-children',
    'Xmpp/SendXmlMessage',
    'An XML message loses its children.',
    ['SEND-XML-CONTENT'],
    () => elements(({ name, namespace, attributes }) => new XmlElement(name, namespace, attributes)),
  ),
  policy(
    'xml-message-in-another-namespace',
    'Xmpp/SendXmlMessage',
    'An XML message changes its namespace.',
    ['SEND-XML-CONTENT'],
    () => elements(({ name, attributes, children }) => new XmlElement(name, 'jabber:client', attributes, children)),
  ),
  policy(
    'xml-message-typed-chat',
    'Xmpp/SendXmlMessage',
    'An XML message is of the type chat.',
    ['SEND-XML-CONTENT'],
    () => ({ dispatch: message => [{ ...message, type: 'chat' }] }),
  ),
  policy('query-of-any-type', 'Xmpp/InformationQuery', 'A query may have the type result.', ['QUERY-TYPE'], () => ({
    queryTypes: ['get', 'set', 'result', 'error', 'push', 'delete', 'put', 'subscribe'],
  })),
  {
    id: 'query-errors-as-502',
    endpoint: 'Xmpp/InformationQuery',
    breaks: ['QUERY-PEER-ERROR', 'ANSWER-STATUS'],
    text: 'An error of the other side is answered with 502.',
    wire: onStatus(200, wire =>
      wire.body.includes('"ok":false')
        ? replyOf(wire, 502, 'text/plain; charset=utf-8', 'The recipient is not connected.')
        : wire,
    ),
  },
  answered(
    'query-error-as-success',
    'Xmpp/InformationQuery',
    'An error of the other side is answered as a success.',
    ['QUERY-PEER-ERROR'],
    () => ({ ok: true }),
  ),
];
/** Formatted messages without one of their elements; text messages, which have only a body, keep it. */
function without(absent: string): Partial<MessagePolicies> {
  return {
    dispatch: message => {
      const isFormatted = message.content.some(({ name }) => name === 'content');
      return [isFormatted ? { ...message, content: message.content.filter(({ name }) => name !== absent) } : message];
    },
  };
}

/** XML messages with other elements. */
function elements(change: (element: XmlElement) => XmlElement): Partial<MessagePolicies> {
  return {
    dispatch: message => [message.type === 'normal' ? { ...message, content: message.content.map(change) } : message],
  };
}
