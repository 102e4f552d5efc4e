import { randomUUID } from 'node:crypto';
import { callerOf } from '../account/session.ts';
import type { Call } from '../call.ts';
import { filled, text } from '../fields.ts';
import type { Host } from '../host.ts';
import { refuse } from '../http/reply.ts';
import type { Account } from '../state/accounts.ts';
import type { EventHandler } from '../state/event-handlers.ts';
import type { Message } from '../state/messages.ts';
import { XmlElement } from '../xml/element.ts';
import { isXmlText } from '../xml/text.ts';
import { localAccount, parseJid, requireJid } from './jid.ts';

export const CLIENT_NAMESPACE = 'jabber:client';

/** An element of the stanza itself, such as body or subject. */
export const clientElement = (name: string, content: string): XmlElement =>
  new XmlElement(name, CLIENT_NAMESPACE, [], [content]);

/** The subject of a message, where the caller gave one. */
export const subjectOf = ({ fields }: Call): XmlElement[] => {
  const subject = text(fields, 'PSubject');
  return subject === '' ? [] : [clientElement('subject', carried(subject))];
};

/** Text as it can stand in a stanza; what XML has no way to carry is refused rather than changed. */
export function carried(content: string): string {
  if (!isXmlText(content)) throw refuse(400, 'The text contains characters that XML cannot carry.');
  return content;
}

/** The id that the caller gave, or a new one. */
export const stanzaId = ({ fields }: Call): string => {
  const given = text(fields, 'PId');
  return given === '' ? randomUUID() : carried(given);
};

/** The account's address with the resource of this host's agents. */
export const fullJid = (host: Host, account: Account): string => `${account.userName}@${host.domain}/agent`;

/** Sends a message from the caller and returns its id. Addresses elsewhere are taken: a broker would hear of it later. */
export function sendMessage(call: Call, type: Message['type'], content: readonly XmlElement[]): string {
  const { host, fields } = call;
  const to = filled(fields, 'PTo');
  requireJid(to);
  const message: Message = {
    id: stanzaId(call),
    from: fullJid(host, callerOf(call).account),
    to,
    lang: text(fields, 'PLanguage'),
    type,
    timestamp: host.now(),
    content,
  };
  const addresses = () => host.accounts.all().map(({ userName }) => `${userName}@${host.domain}`);
  for (const copy of host.policies.messages.dispatch(message, addresses)) deliver(host, copy);
  return message.id;
}

function deliver(host: Host, message: Message): void {
  const target = parseJid(message.to);
  const account = target === undefined ? undefined : localAccount(host, target);
  if (account === undefined) return;
  const pushed = host.eventHandlers.of(account.userName).some(handler => takes(handler, message));
  if (!pushed) host.queues.add(account.userName, message);
}

/** Whether a tab is told of a message, which then never stands in the queue. */
const takes = (handler: EventHandler, { type, content }: Message): boolean =>
  (handler.type === '' || handler.type === type) &&
  content.some(
    ({ name, namespace }) =>
      (handler.localName === '' || handler.localName === name) &&
      (handler.namespace === '' || handler.namespace === namespace),
  );
