import { attributes, ok } from '../answers.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import { givenXml } from './given-xml.ts';
import { sendMessage, subjectOf } from './stanzas.ts';

export const sendXmlMessage = agentResource('Xmpp/SendXmlMessage', {
  json: `{
    "to": Required(Str(PTo)),
    "subject": Optional(Str(PSubject)),
    "language": Optional(Str(PLanguage)),
    "id": Optional(Str(PId)),
    "xml": Required(Str(PXml))
  }`,
  xml: `<SendXmlMessage xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    to=(Required(Str(PTo)))
    subject=(Optional(Str(PSubject)))
    language=(Optional(Str(PLanguage)))
    id=(Optional(Str(PId)))><[Required(Xml(PXml))]></SendXmlMessage>`,
  run: call => {
    const element = givenXml(call.fields, 'PXml');
    if (element === null) throw refuse(400, 'xml must not be empty.');
    const id = sendMessage(call, 'normal', [...subjectOf(call), element]);
    return ok({ sent: true, id }, attributes('StanzaResult'));
  },
});
