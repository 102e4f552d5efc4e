import { attributes, ok } from '../answers.ts';
import { filled } from '../fields.ts';
import { agentResource, type Resource } from '../resource.ts';
import type { XmlElement } from '../xml/element.ts';
import { carried, sendMessage, subjectOf } from './stanzas.ts';

/** A resource that takes a text and sends it as a chat message with the content made of it. */
export const textMessage = (name: string, contentOf: (text: string) => readonly XmlElement[]): Resource =>
  agentResource(`Xmpp/${name}`, {
    json: `{
    "to": Required(Str(PTo)),
    "message": Required(Str(PMessage)),
    "subject": Optional(Str(PSubject)),
    "language": Optional(Str(PLanguage)),
    "id": Optional(Str(PId))
  }`,
    xml: `<${name} xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    to=(Required(Str(PTo)))
    message=(Required(Str(PMessage)))
    subject=(Optional(Str(PSubject)))
    language=(Optional(Str(PLanguage)))
    id=(Optional(Str(PId))) />`,
    run: call => {
      const content = contentOf(carried(filled(call.fields, 'PMessage')));
      const id = sendMessage(call, 'chat', [...subjectOf(call), ...content]);
      return ok({ sent: true, id }, attributes('StanzaResult'));
    },
  });
