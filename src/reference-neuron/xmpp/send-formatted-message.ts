import { attributes, ok } from '../answers.ts';
import { filled } from '../fields.ts';
import { agentResource } from '../resource.ts';
import { XmlElement } from '../xml/element.ts';
import { htmlOfMarkdown, textOfMarkdown } from './markdown.ts';
import { carried, clientElement, sendMessage, subjectOf } from './stanzas.ts';

export const sendFormattedMessage = agentResource('Xmpp/SendFormattedMessage', {
  json: `{
    "to": Required(Str(PTo)),
    "message": Required(Str(PMessage)),
    "subject": Optional(Str(PSubject)),
    "language": Optional(Str(PLanguage)),
    "id": Optional(Str(PId))
  }`,
  xml: `<SendFormattedMessage xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    to=(Required(Str(PTo)))
    message=(Required(Str(PMessage)))
    subject=(Optional(Str(PSubject)))
    language=(Optional(Str(PLanguage)))
    id=(Optional(Str(PId))) />`,
  run: call => {
    const markdown = carried(filled(call.fields, 'PMessage'));
    const id = sendMessage(call, 'chat', [
      ...subjectOf(call),
      clientElement('body', textOfMarkdown(markdown)),
      new XmlElement('content', 'urn:xmpp:content', [['type', 'text/markdown']], [markdown]),
      new XmlElement('html', 'http://jabber.org/protocol/xhtml-im', [], [htmlOfMarkdown(markdown)]),
    ]);
    return ok({ sent: true, id }, attributes('StanzaResult'));
  },
});
