import { callerOf } from '../account/session.ts';
import { ok } from '../answers.ts';
import type { Call } from '../call.ts';
import { filled, text, texts, wholeOrNull } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { listed } from '../lists.ts';
import { agentResource } from '../resource.ts';
import { type Contact, newContact } from '../state/rosters.ts';
import { isMembers, type ValueObject } from '../value.ts';
import { XmlElement } from '../xml/element.ts';
import { AGENT_NAMESPACE } from '../xml/namespace.ts';
import { bare, requireJid } from './jid.ts';
import { rosterItem, rosterItemXml } from './roster-item.ts';
import { cancelSubscriptions } from './subscriptions.ts';

export const getRoster = agentResource('Xmpp/GetRoster', {
  json: `{
    "offset": Optional(Int(0 <= POffset <= 2147483647)),
    "maxCount": Optional(Int(0 < PMaxCount <= 2147483647))
  }`,
  xml: `<GetRoster xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    offset=(Optional(Int(0 <= POffset <= 2147483647)))
    maxCount=(Optional(Int(0 < PMaxCount <= 2147483647))) />`,
  run: call => {
    const { host, fields } = call;
    const contacts = host.rosters.list(callerOf(call).account.userName);
    const offset = wholeOrNull(fields, 'POffset') ?? 0;
    const max = wholeOrNull(fields, 'PMaxCount') ?? Number.POSITIVE_INFINITY;
    const page = host.policies.roster.page(contacts, offset, max).map(contact => rosterItem(host, contact));
    return ok({ RosterItems: listed(host, page) }, rosterXml);
  },
});

const alone = (item: ValueObject): XmlElement => rosterItemXml('RosterItem', item);

export const getRosterItem = agentResource('Xmpp/GetRosterItem', {
  json: '{ "bareJid": Required(Str(PBareJid)) }',
  xml: '<GetRosterItem xmlns="https://waher.se/Schema/BrokerAgent.xsd" bareJid=(Required(Str(PBareJid))) />',
  run: call => ok(rosterItem(call.host, contactOf(call)), alone),
});

export const setRosterItem = agentResource('Xmpp/SetRosterItem', {
  json: '{ "bareJid": Required(Str(PBareJid)), "name": Required(Str(PName)), "Groups": Optional(Str(PGroups)[]) }',
  xml: `<SetRosterItem xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    bareJid=(Required(Str(PBareJid)))
    name=(Required(Str(PName)))><Groups><[<Item><[Optional(Str(PGroups))]></Item>?[]]></Groups></SetRosterItem>`,
  run: call => {
    const { host, fields } = call;
    const { userName } = callerOf(call).account;
    const bareJid = bare(requireJid(filled(fields, 'PBareJid')));
    const known = host.rosters.find(userName, bareJid) ?? newContact(bareJid);
    const contact = host.policies.roster.stored({
      ...known,
      name: text(fields, 'PName'),
      groups: texts(fields, 'PGroups'),
    });
    host.rosters.save(userName, contact);
    return ok(rosterItem(host, contact), alone);
  },
});

export const removeRosterItem = agentResource('Xmpp/RemoveRosterItem', {
  json: '{ "bareJid": Required(Str(PBareJid)) }',
  xml: '<RemoveRosterItem xmlns="https://waher.se/Schema/BrokerAgent.xsd" bareJid=(Required(Str(PBareJid))) />',
  run: call => {
    const { host } = call;
    const { account } = callerOf(call);
    const contact = contactOf(call);
    cancelSubscriptions(host, account, contact);
    if (host.policies.roster.removes) host.rosters.remove(account.userName, contact.bareJid);
    return ok(rosterItem(host, contact), alone);
  },
});

function contactOf(call: Call): Contact {
  const bareJid = bare(requireJid(filled(call.fields, 'PBareJid')));
  const contact = call.host.rosters.find(callerOf(call).account.userName, bareJid);
  if (contact === undefined) throw refuse(404, `Roster item not found: ${bareJid}`);
  return contact;
}

function rosterXml({ RosterItems }: ValueObject): XmlElement {
  const items = (Array.isArray(RosterItems) ? RosterItems : [RosterItems]).filter(isMembers);
  const inside = items.map(item => rosterItemXml('Item', item));
  return new XmlElement('Roster', AGENT_NAMESPACE, [], [new XmlElement('RosterItems', AGENT_NAMESPACE, [], inside)]);
}
