import { attributes, ok } from '../answers.ts';
import { filled } from '../fields.ts';
import { agentResource } from '../resource.ts';
import { carried, clientElement, sendMessage, subjectOf } from './stanzas.ts';

export const sendTextMessage = agentResource('Xmpp/SendTextMessage', {
  json: `{
    "to": Required(Str(PTo)),
    "message": Required(Str(PMessage)),
    "subject": Optional(Str(PSubject)),
    "language": Optional(Str(PLanguage)),
    "id": Optional(Str(PId))
  }`,
  xml: `<SendTextMessage xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    to=(Required(Str(PTo)))
    message=(Required(Str(PMessage)))
    subject=(Optional(Str(PSubject)))
    language=(Optional(Str(PLanguage)))
    id=(Optional(Str(PId))) />`,
  run: call => {
    const body = clientElement('body', carried(filled(call.fields, 'PMessage')));
    const id = sendMessage(call, 'chat', [...subjectOf(call), body]);
    return ok({ sent: true, id }, attributes('StanzaResult'));
  },
});
