import type { Judgement } from '../../model/finding.ts';
import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { elementOfText, elementsOf, holds } from './elements.ts';
import { messagesOf } from './messages.ts';

/** An XML message is of the type normal and holds the element that was sent. */
export const xmlContent = callCheck({
  id: 'xml-content',
  title: 'the message holds the element that was sent',
  requirement: 'SEND-XML-CONTENT',
  evaluate: ({ answer, value, earlier }) => {
    if (answer.status !== 200) return [];
    const sent = earlier.filter(step => step.exchange.endpoint === 'Xmpp/SendXmlMessage' && step.answer.status === 200);
    return sent.flatMap(({ sent: body, value: told }): readonly Judgement[] => {
      const wanted = elementOfText(isObject(body) ? String(body.xml ?? body.Xml) : '');
      const id = isObject(told) ? String(told.id) : '';
      const message = messagesOf(value).find(one => one.id === id);
      if (message === undefined)
        return [{ message: `The XML message ${id} has not arrived.`, expected: id, actual: null }];
      const whole = elementsOf(message.Content ?? message.content).some(
        ({ json }) => wanted !== null && holds(json, wanted),
      );
      return [
        ...(message.type === 'normal'
          ? []
          : [
              {
                message: `The XML message ${id} is of another type.`,
                expected: 'normal',
                actual: message.type ?? null,
              },
            ]),
        ...(whole
          ? []
          : [
              {
                message: `The XML message ${id} does not hold the element that was sent.`,
                expected: wanted,
                actual: message.Content ?? message.content ?? null,
                pointer: '/Messages',
              },
            ]),
      ];
    });
  },
});
