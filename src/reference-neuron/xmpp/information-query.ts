import { randomUUID } from 'node:crypto';
import { callerOf } from '../account/session.ts';
import { attributesOf, ok } from '../answers.ts';
import { filled } from '../fields.ts';
import type { Host } from '../host.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import type { ValueObject } from '../value.ts';
import { XmlElement } from '../xml/element.ts';
import { AGENT_NAMESPACE } from '../xml/namespace.ts';
import { givenXml } from './given-xml.ts';
import { type Jid, requireJid } from './jid.ts';
import { CLIENT_NAMESPACE, fullJid } from './stanzas.ts';

const STANZA_ERRORS = 'urn:ietf:params:xml:ns:xmpp-stanzas';
const PING = 'urn:xmpp:ping';
const DISCO = 'http://jabber.org/protocol/disco#info';

export const informationQuery = agentResource('Xmpp/InformationQuery', {
  json: '{ "to": Required(Str(PTo)), "type": Required(Str(PType)), "xml": Required(Xml(PQuery)) }',
  xml: `<InformationQuery xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    to=(Required(Str(PTo))) type=(Required(Str(PType)))><[Required(Xml(PQuery))]></InformationQuery>`,
  run: call => {
    const { host, fields } = call;
    const type = filled(fields, 'PType');
    if (!host.policies.messages.queryTypes.includes(type)) throw refuse(400, 'type must be get or set.');
    const to = filled(fields, 'PTo');
    const query = givenXml(fields, 'PQuery');
    if (query === null) throw refuse(400, 'xml must not be empty.');
    const result = type === 'get' ? answered(host, requireJid(to), query) : undefined;
    if (result === undefined) return ok({ ...UNAVAILABLE }, inXml);
    const stanza = [
      ['type', 'result'],
      ['id', randomUUID()],
      ['from', to],
      ['to', fullJid(host, callerOf(call).account)],
    ] as const;
    return ok({ ok: true, Stanza: new XmlElement('iq', CLIENT_NAMESPACE, stanza, result) }, inXml);
  },
});

/** What the host itself answers; clients are not connected here, so nobody else does. */
function answered(host: Host, to: Jid, query: XmlElement): XmlElement[] | undefined {
  if (to.local !== '' || to.domain.toLowerCase() !== host.domain.toLowerCase()) return undefined;
  if (query.namespace === PING) return [];
  if (query.namespace !== DISCO) return undefined;
  const identity = new XmlElement('identity', DISCO, [
    ['category', 'server'],
    ['type', 'im'],
    ['name', 'Reference Neuron'],
  ]);
  const features = [PING, DISCO].map(feature => new XmlElement('feature', DISCO, [['var', feature]]));
  return [new XmlElement('query', DISCO, [], [identity, ...features])];
}

const UNAVAILABLE = {
  ok: false,
  errorCode: 503,
  errorText: 'The recipient is not connected.',
  errorType: 'cancel',
  ErrorElement: new XmlElement('service-unavailable', STANZA_ERRORS),
};

function inXml({ Stanza, ErrorElement, ...members }: ValueObject): XmlElement {
  const content = [Stanza, ErrorElement].filter(element => element instanceof XmlElement);
  return new XmlElement('QueryResult', AGENT_NAMESPACE, attributesOf(members), content);
}
