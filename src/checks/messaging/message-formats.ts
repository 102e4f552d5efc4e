import type { Judgement } from '../../model/finding.ts';
import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { type Element, elementsOf } from './elements.ts';
import { messagesOf, textsOf } from './messages.ts';

const plainOf = (markdown: string): string => markdown.replace(/[*_`]/g, '');

const isHtml = ({ name, namespace }: Element): boolean =>
  /xhtml/.test(namespace) || /^(?:html|p|strong|em|b)$/i.test(name);

/**
 * A formatted message comes as Markdown, as it was sent, as text, and as HTML. How the text is made of the Markdown is
 * the host's choice: without its marks, or as it stands.
 */
export const messageFormats = callCheck({
  id: 'message-formats',
  title: 'the message comes as text, Markdown and HTML',
  requirement: 'SEND-FORMATTED-FORMS',
  evaluate: ({ answer, value, earlier }) => {
    if (answer.status !== 200) return [];
    const formatted = earlier.filter(
      step => step.exchange.endpoint === 'Xmpp/SendFormattedMessage' && step.answer.status === 200,
    );
    return formatted.flatMap(({ sent, value: told }): readonly Judgement[] => {
      const markdown = isObject(sent) ? String(sent.message) : '';
      const id = isObject(told) ? String(told.id) : '';
      const message = messagesOf(value).find(one => one.id === id);
      if (message === undefined)
        return [{ message: `The formatted message ${id} has not arrived.`, expected: id, actual: null }];
      const texts = textsOf(message.Content ?? message.content).map(text => text.trim());
      const elements = elementsOf(message.Content ?? message.content);
      const lacks = (what: string, there: boolean): readonly Judgement[] =>
        there
          ? []
          : [
              {
                message: `The formatted message ${id} holds no ${what}.`,
                expected: what,
                actual: null,
                pointer: '/Messages',
              },
            ];
      return [
        ...lacks('plain text', texts.includes(plainOf(markdown)) || texts.filter(text => text === markdown).length > 1),
        ...lacks('Markdown', texts.includes(markdown)),
        ...lacks('HTML', elements.some(isHtml)),
      ];
    });
  },
});
