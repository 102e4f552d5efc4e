import { missing, renamed, replaced } from './changes.ts';
import type { Fault } from './fault.ts';

const ROSTER_ITEMS = ['Xmpp/GetRosterItem', 'Xmpp/SetRosterItem', 'Xmpp/RemoveRosterItem'];

/** Answers of the Xmpp group that leave the notation. */
export const xmppShapes: readonly Fault[] = [
  // Everything that is sent
  missing('Xmpp/SendTextMessage', 'sent', ['SEND-TEXT-ID']),
  missing('Xmpp/SendTextMessage', 'id', ['SEND-TEXT-ID']),
  renamed('Xmpp/SendTextMessage', 'sent', 'Sent', ['SEND-TEXT-ID']),
  replaced('Xmpp/SendTextMessage', 'id', 'null', () => null, ['ANSWER-SCHEMA', 'SEND-TEXT-ID']),
  replaced('Xmpp/SendTextMessage', 'sent', 'a word', () => 'queued', ['ANSWER-SCHEMA', 'SEND-TEXT-ID']),
  missing('Xmpp/SendFormattedMessage', 'id', ['SEND-FORMATTED-ID']),
  missing('Xmpp/SendXmlMessage', 'sent', ['SEND-XML-ID']),
  missing('Xmpp/SendPresenceSubscription', 'id', ['SUBSCRIPTION-ROSTER']),
  missing('Xmpp/SendPresenceSubscription', 'RosterItem.status', ['SUBSCRIPTION-ROSTER']),
  missing('Xmpp/SendSubscriptionAccepted', 'RosterItem', ['SUBSCRIPTION-ACCEPTED-ROSTER']),
  missing('Xmpp/SendSubscriptionAccepted', 'RosterItem.bareJid', ['SUBSCRIPTION-ACCEPTED-ROSTER']),
  missing('Xmpp/SendSubscriptionDeclined', 'sent', ['SUBSCRIPTION-DECLINED']),
  missing('Xmpp/SendPresenceUnsubscription', 'id', ['UNSUBSCRIPTION-CANCELS']),

  // PopMessages and ClearMessages
  missing('Xmpp/PopMessages', 'Messages.from', ['POP-UNALTERED']),
  missing('Xmpp/PopMessages', 'Messages.to', ['POP-UNALTERED']),
  missing('Xmpp/PopMessages', 'Messages.type'),
  missing('Xmpp/PopMessages', 'Messages.timestamp'),
  missing('Xmpp/PopMessages', 'Messages.Content', ['POP-UNALTERED']),
  renamed('Xmpp/PopMessages', 'Messages.from', 'sender', ['POP-UNALTERED']),
  replaced('Xmpp/PopMessages', 'Messages.timestamp', 'null', () => null),
  replaced('Xmpp/PopMessages', 'Messages.to', 'null', () => null, ['ANSWER-SCHEMA', 'POP-UNALTERED']),
  missing('Xmpp/ClearMessages', 'count', ['CLEAR-COUNT']),
  replaced('Xmpp/ClearMessages', 'count', 'a fraction', () => 0.5, ['ANSWER-SCHEMA', 'CLEAR-COUNT']),
  replaced('Xmpp/ClearMessages', 'count', 'null', () => null, ['ANSWER-SCHEMA', 'CLEAR-COUNT']),

  // Rosters
  missing('Xmpp/GetRoster', 'RosterItems.bareJid', ['ROSTER-PAGES']),
  missing('Xmpp/GetRoster', 'RosterItems.status'),
  renamed('Xmpp/GetRoster', 'RosterItems.name', 'displayName'),
  replaced('Xmpp/GetRoster', 'RosterItems.pendingSubscription', 'a word', () => 'maybe'),
  ...ROSTER_ITEMS.map(endpoint => missing(endpoint, 'pendingSubscription')),
  ...ROSTER_ITEMS.map(endpoint => replaced(endpoint, 'status', 'null', () => null)),

  // Presence and queries
  missing('Xmpp/PresenceProbe', 'jid', ['PROBE-ANSWER']),
  missing('Xmpp/PresenceProbe', 'type', ['PROBE-ANSWER']),
  missing('Xmpp/PresenceProbe', 'Stanza', ['PROBE-ANSWER']),
  renamed('Xmpp/PresenceProbe', 'received', 'at', ['PROBE-ANSWER']),
  missing('Xmpp/InformationQuery', 'ok', ['QUERY-PEER-ERROR']),
  replaced('Xmpp/InformationQuery', 'errorCode', 'a fraction', () => 503.5),
];
