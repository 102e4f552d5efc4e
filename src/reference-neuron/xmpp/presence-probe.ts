import { callerOf } from '../account/session.ts';
import { attributesOf, ok } from '../answers.ts';
import { filled } from '../fields.ts';
import type { Host } from '../host.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import type { Account } from '../state/accounts.ts';
import type { ValueObject } from '../value.ts';
import { XmlElement } from '../xml/element.ts';
import { AGENT_NAMESPACE } from '../xml/namespace.ts';
import { bare, localAccount, requireJid } from './jid.ts';
import { CLIENT_NAMESPACE, fullJid } from './stanzas.ts';
import { addressOf, requestSubscription } from './subscriptions.ts';

export const presenceProbe = agentResource('Xmpp/PresenceProbe', {
  json: '{ "to": Required(Str(PTo)) }',
  xml: '<PresenceProbe xmlns="https://waher.se/Schema/BrokerAgent.xsd" to=(Required(Str(PTo))) />',
  run: call => {
    const { host, fields } = call;
    const { account } = callerOf(call);
    const jid = requireJid(filled(fields, 'PTo'));
    const approved = host.rosters.find(account.userName, bare(jid))?.to === true;
    const contact = localAccount(host, jid);
    if (!host.policies.roster.mayProbe(approved) || contact === undefined) {
      if (!approved) requestSubscription(host, account, bare(jid));
      throw refuse(403, `${bare(jid)} has not accepted a presence subscription; a request was sent.`);
    }
    return ok(presenceOf(host, contact, addressOf(host, account)), inXml);
  },
});

function presenceOf(host: Host, contact: Account, to: string): ValueObject {
  const { available, at } = host.presences.of(contact.userName) ?? { available: false, at: contact.created };
  const jid = fullJid(host, contact);
  const type = available ? '' : 'unavailable';
  const stanza = { from: jid, to, ...(type !== '' && { type }) };
  return {
    jid,
    type,
    received: new Date(at),
    Stanza: new XmlElement('presence', CLIENT_NAMESPACE, Object.entries(stanza)),
  };
}

function inXml({ Stanza, ...members }: ValueObject): XmlElement {
  const inside = Stanza instanceof XmlElement ? [Stanza] : [];
  return new XmlElement('ProbeResult', AGENT_NAMESPACE, attributesOf(members), [
    new XmlElement('Stanza', AGENT_NAMESPACE, [], inside),
  ]);
}
