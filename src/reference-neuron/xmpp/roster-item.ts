import { attributesOf } from '../answers.ts';
import type { Host } from '../host.ts';
import { listed } from '../lists.ts';
import { type Contact, subscriptionOf } from '../state/rosters.ts';
import { isMembers, type ValueObject } from '../value.ts';
import { XmlElement } from '../xml/element.ts';
import { AGENT_NAMESPACE } from '../xml/namespace.ts';

export const rosterItem = (host: Host, contact: Contact): ValueObject => ({
  bareJid: contact.bareJid,
  pendingSubscription: contact.asked,
  status: subscriptionOf(contact),
  name: contact.name,
  Groups: listed(host, contact.groups),
});

/** A roster item in XML: one name where it stands alone, another in a list. */
export function rosterItemXml(name: 'RosterItem' | 'Item', { Groups, ...members }: ValueObject): XmlElement {
  const groups = (Array.isArray(Groups) ? Groups : [Groups]).filter(group => typeof group === 'string');
  const items = groups.map(group => new XmlElement('Item', AGENT_NAMESPACE, [], [group]));
  return new XmlElement(name, AGENT_NAMESPACE, attributesOf(members), [
    new XmlElement('Groups', AGENT_NAMESPACE, [], items),
  ]);
}

/** An element with a roster item inside. */
export const withRosterItem =
  (name: string) =>
  ({ RosterItem, ...members }: ValueObject): XmlElement =>
    new XmlElement(
      name,
      AGENT_NAMESPACE,
      attributesOf(members),
      isMembers(RosterItem) ? [rosterItemXml('RosterItem', RosterItem)] : [],
    );
