import { expect, test } from 'vitest';
import { messageFormats } from '../../src/checks/messaging/message-formats.ts';
import type { Json } from '../../src/model/json.ts';

const MARKDOWN = 'The ferry leaves at **seven**.';
const body = (value: string): Json => ({ __name: 'body', __ns: 'jabber:client', value });
const markdown: Json = { __name: 'content', __ns: 'urn:xmpp:content', type: 'text/markdown', value: MARKDOWN };
const html: Json = { __name: 'html', __ns: 'http://jabber.org/protocol/xhtml-im', value: 'The ferry leaves' };

const judged = (...content: Json[]): readonly string[] => {
  const sent = {
    sent: { message: MARKDOWN },
    value: { id: '1' },
    exchange: { id: 'x', endpoint: 'Xmpp/SendFormattedMessage' },
    answer: { status: 200 },
  };
  const evidence = {
    answer: { status: 200 },
    value: { Messages: { id: '1', Content: content } },
    earlier: [sent],
  };
  return messageFormats.evaluate(evidence as never).map(({ message }) => message);
};

test('the text of a formatted message is the Markdown without its marks, or the Markdown itself', () => {
  expect(judged(body('The ferry leaves at seven.'), markdown, html)).toEqual([]);
  expect(judged(body(MARKDOWN), markdown, html)).toEqual([]);
});

test('the Markdown alone is not the text too', () => {
  expect(judged(markdown, html)).toEqual(['The formatted message 1 holds no plain text.']);
});
