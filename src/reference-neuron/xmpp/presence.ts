import { callerOf } from '../account/session.ts';
import { attributes, ok } from '../answers.ts';
import type { Call } from '../call.ts';
import { filled } from '../fields.ts';
import { agentResource } from '../resource.ts';
import { givenXml } from './given-xml.ts';
import { bare, requireJid } from './jid.ts';
import { rosterItem, withRosterItem } from './roster-item.ts';
import { stanzaId } from './stanzas.ts';
import { addressOf, changeContact, changeOtherSide, requestSubscription } from './subscriptions.ts';

export const sendPresenceSubscription = agentResource('Xmpp/SendPresenceSubscription', {
  json: `{
    "to": Required(Str(PTo)),
    "customXml": Optional(Str(PCustomXml)),
    "language": Optional(Str(PLanguage)),
    "id": Optional(Str(PId))
  }`,
  xml: `<SendPresenceSubscription xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    to=(Required(Str(PTo)))
    language=(Optional(Str(PLanguage)))
    id=(Optional(Str(PId)))><[Optional(Str(PCustomXml))]></SendPresenceSubscription>`,
  run: call => {
    givenXml(call.fields, 'PCustomXml');
    const contact = requestSubscription(call.host, callerOf(call).account, target(call));
    const RosterItem = rosterItem(call.host, contact);
    return ok({ sent: true, id: stanzaId(call), RosterItem }, withRosterItem('PresenceSubscriptionResult'));
  },
});

export const sendSubscriptionAccepted = agentResource('Xmpp/SendSubscriptionAccepted', {
  json: '{ "to": Required(Str(PTo)), "id": Optional(Str(PId)) }',
  xml: `<SendSubscriptionAccepted xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    to=(Required(Str(PTo))) id=(Optional(Str(PId))) />`,
  run: call => {
    const { host } = call;
    const { account } = callerOf(call);
    const to = target(call);
    const asked = host.requests.has(addressOf(host, account), to);
    host.requests.answer(addressOf(host, account), to);
    const contact = changeContact(host, account, to, asked ? { from: true } : {});
    if (asked) changeOtherSide(host, account, to, { to: true, asked: false });
    const RosterItem = rosterItem(host, contact);
    return ok({ sent: true, id: stanzaId(call), RosterItem }, withRosterItem('SubscriptionAcceptedResult'));
  },
});

export const sendSubscriptionDeclined = agentResource('Xmpp/SendSubscriptionDeclined', {
  json: '{ "to": Required(Str(PTo)), "id": Optional(Str(PId)) }',
  xml: `<SendSubscriptionDeclined xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    to=(Required(Str(PTo))) id=(Optional(Str(PId))) />`,
  run: call => {
    const { host } = call;
    const { account } = callerOf(call);
    const to = target(call);
    host.requests.answer(addressOf(host, account), to);
    // Declining also takes back what was granted before.
    if (host.rosters.find(account.userName, to) !== undefined) changeContact(host, account, to, { from: false });
    changeOtherSide(host, account, to, host.policies.roster.afterDecline);
    return ok({ sent: true, id: stanzaId(call) }, attributes('StanzaResult'));
  },
});

export const sendPresenceUnsubscription = agentResource('Xmpp/SendPresenceUnsubscription', {
  json: '{ "to": Required(Str(PTo)), "id": Optional(Str(PId)) }',
  xml: `<SendPresenceUnsubscription xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    to=(Required(Str(PTo))) id=(Optional(Str(PId))) />`,
  run: call => {
    const { host } = call;
    const { account } = callerOf(call);
    const to = target(call);
    host.requests.answer(to, addressOf(host, account));
    if (host.rosters.find(account.userName, to) !== undefined) {
      changeContact(host, account, to, host.policies.roster.afterUnsubscription);
    }
    changeOtherSide(host, account, to, { from: false });
    return ok({ sent: true, id: stanzaId(call) }, attributes('StanzaResult'));
  },
});

const target = ({ fields }: Call): string => bare(requireJid(filled(fields, 'PTo')));
