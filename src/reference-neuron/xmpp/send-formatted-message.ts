import { XmlElement } from '../xml/element.ts';
import { htmlOfMarkdown, textOfMarkdown } from './markdown.ts';
import { clientElement } from './stanzas.ts';
import { textMessage } from './text-message.ts';

export const sendFormattedMessage = textMessage('SendFormattedMessage', markdown => [
  clientElement('body', textOfMarkdown(markdown)),
  new XmlElement('content', 'urn:xmpp:content', [['type', 'text/markdown']], [markdown]),
  new XmlElement('html', 'http://jabber.org/protocol/xhtml-im', [], [htmlOfMarkdown(markdown)]),
]);
