import { callerOf } from '../account/session.ts';
import { attributes, attributesOf, ok } from '../answers.ts';
import { wholeOrNull } from '../fields.ts';
import type { Host } from '../host.ts';
import { listed } from '../lists.ts';
import { agentResource } from '../resource.ts';
import type { Message } from '../state/messages.ts';
import { isMembers, type ValueObject } from '../value.ts';
import { XmlElement } from '../xml/element.ts';
import { AGENT_NAMESPACE } from '../xml/namespace.ts';

export const popMessages = agentResource('Xmpp/PopMessages', {
  json: '{ "maxCount": Optional(Int(0 < PMaxCount <= 2147483647)) }',
  xml: `<PopMessages xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    maxCount=(Required(Int(0 < PMaxCount <= 2147483647))) />`,
  run: call => {
    const { host, fields } = call;
    const { userName } = callerOf(call).account;
    const max = wholeOrNull(fields, 'PMaxCount') ?? Number.POSITIVE_INFINITY;
    const { taken, left } = host.policies.messages.take(host.queues.waiting(userName), max);
    host.queues.replace(userName, left);
    return ok(
      {
        Messages: listed(
          host,
          taken.map(message => messageValue(host, message)),
        ),
      },
      messagesXml,
    );
  },
});

export const clearMessages = agentResource('Xmpp/ClearMessages', {
  json: '{ }',
  xml: '<ClearMessages xmlns="https://waher.se/Schema/BrokerAgent.xsd" />',
  run: call => {
    const { userName } = callerOf(call).account;
    const { left, count } = call.host.policies.messages.clear(call.host.queues.waiting(userName));
    call.host.queues.replace(userName, left);
    return ok({ count }, attributes('MessagesCleared'));
  },
});

const messageValue = (host: Host, { id, from, to, lang, type, timestamp, content }: Message): ValueObject => ({
  id,
  from,
  to,
  lang: lang === '' ? null : lang,
  type,
  timestamp: new Date(timestamp),
  Content: listed(host, content),
});

function messagesXml({ Messages }: ValueObject): XmlElement {
  const messages = (Array.isArray(Messages) ? Messages : [Messages]).filter(isMembers);
  return new XmlElement('MessagesResult', AGENT_NAMESPACE, [], messages.map(messageXml));
}

function messageXml({ Content, ...members }: ValueObject): XmlElement {
  const content = (Array.isArray(Content) ? Content : [Content]).filter(element => element instanceof XmlElement);
  return new XmlElement('Message', AGENT_NAMESPACE, attributesOf(members), content);
}
