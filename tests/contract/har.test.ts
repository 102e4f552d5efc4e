import { expect, test } from 'vitest';
import { loadContract } from '../../src/contract/catalogue.ts';
import { type ExchangeJudgement, judgeHar } from '../../src/contract/har/judge-har.ts';
import { endpointAt } from '../../src/contract/har/match-path.ts';
import { isHar } from '../../src/contract/har/read-har.ts';
import { loadValidators } from '../../src/contract/validators.ts';
import { parseElement } from '../../src/contract/xml/parse-element.ts';

const { endpoints } = loadContract();
const validators = loadValidators();

interface Body {
  readonly type?: string;
  readonly text: string;
}

function entry(method: string, path: string, status: number, request?: Body, answer?: Body & { encoding?: string }) {
  return {
    request: {
      method,
      url: `https://neuron.example.com${path}`,
      ...(request !== undefined && { postData: { mimeType: request.type ?? 'application/json', text: request.text } }),
    },
    response: {
      status,
      content: {
        mimeType: answer?.type ?? 'application/json; charset=utf-8',
        text: answer?.text ?? '',
        encoding: answer?.encoding,
      },
    },
  };
}

const judge = (...entries: readonly unknown[]): readonly ExchangeJudgement[] =>
  judgeHar({ log: { entries } }, { endpoints, validators, parseXml: parseElement });

const POP = '/Agent/Xmpp/PopMessages';

test('an exchange that keeps to the contract has nothing said about it', () => {
  expect(judge(entry('POST', POP, 200, { text: '{"maxCount":1}' }, { text: '{}' }))).toEqual([
    {
      method: 'POST',
      path: POP,
      status: 200,
      endpoint: 'Xmpp/PopMessages',
      violations: [],
      undocumented: [],
      notes: [],
    },
  ]);
});

test('both sides are judged, and undocumented members of the answer are told', () => {
  const answer = Buffer.from('{"Messages":{"to":"b@b","type":"chat","timestamp":1,"Content":[]},"more":1}').toString(
    'base64',
  );
  const [judgement] = judge(
    entry('POST', `${POP}?x=1`, 200, { text: '{"maxCount":0}' }, { text: answer, encoding: 'base64' }),
  );
  expect(judgement?.violations.map(({ side, pointer, keyword }) => [side, pointer, keyword])).toEqual([
    ['request', '/maxCount', 'exclusiveMinimum'],
    ['answer', '/Messages/from', 'required'],
  ]);
  expect(judgement?.undocumented).toEqual(['/more']);
});

test('a refused request is as it should be, and what cannot be judged is told', () => {
  const judgements = judge(
    entry('POST', POP, 400, { text: '{"maxCount":0}' }, { type: 'text/plain', text: 'No.' }),
    entry('POST', POP, 200, { type: 'text/plain', text: '{}' }, { text: '{"Messages"' }),
    entry('GET', '/Agent/Account/DomainInfo', 200, undefined, { text: '{"useEncryption":true}' }),
    entry('POST', '/Agent/Account/Sing', 404),
    entry('GET', '/index.html', 200),
    entry('GET', '/Agent/%ZZ', 404),
  );
  expect(
    judgements.map(({ endpoint, violations, notes }) => [endpoint, violations.map(({ keyword }) => keyword), notes]),
  ).toEqual([
    ['Xmpp/PopMessages', [], ['refused with 400, so neither side is judged']],
    ['Xmpp/PopMessages', ['json'], ['the request is not judged: it is text/plain, neither JSON nor XML']],
    ['Account/DomainInfo', [], []],
    [null, [], ['the contract has no POST /Agent/Account/Sing']],
    [null, [], ['the contract has no GET /Agent/%ZZ']],
  ]);
});

test('XML is read as the value of its JSON form and judged like it', () => {
  const xml = (text: string) => ({ type: 'text/xml; charset=utf-8', text });
  const pop = (attributes: string) =>
    xml(`<PopMessages xmlns="https://waher.se/Schema/BrokerAgent.xsd"${attributes}/>`);
  const result = (content: string) =>
    xml(`<MessagesResult xmlns="https://waher.se/Schema/BrokerAgent.xsd">${content}</MessagesResult>`);
  const message =
    '<Message from="a@b" to="b@b" type="chat" timestamp="2026-03-02T09:17:00Z"><body xmlns="jabber:client">Hi.</body></Message>';
  const judgements = judge(
    entry('POST', POP, 200, pop(' maxCount="1"'), result(message)),
    entry('POST', POP, 200, pop(' maxCount="0"'), result(message.replace(' to="b@b"', ''))),
    entry('POST', POP, 200, pop(''), xml('<Messages/>')),
    entry('POST', POP, 200, pop(''), xml('<MessagesResult>')),
  );
  expect(
    judgements.map(({ violations, notes }) => [
      violations.map(({ side, pointer, keyword, message: text }) => `${side} ${pointer} ${keyword}: ${text}`),
      notes,
    ]),
  ).toEqual([
    [[], []],
    [
      ['request /maxCount exclusiveMinimum: must be > 0', 'answer /Messages/0/to required: must have the member to'],
      [],
    ],
    [['answer  xml: must be xml: its element is Messages, not MessagesResult'], []],
    [['answer  xml: must be xml: it is not well-formed'], []],
  ]);
});

test('what a report has redacted is not judged', () => {
  const verify = (code: string) =>
    entry(
      'POST',
      '/Agent/Account/VerifyEMail',
      200,
      { text: `{"eMail":"«eMail:alice»","code":${code}}` },
      { text: '{"eMail":"a@b","userName":"alice"}' },
    );
  const codes = ['"«#code:alice»"', '"«code:alice»"', 'true'];
  expect(judge(...codes.map(verify)).map(({ violations }) => violations.map(({ pointer }) => pointer))).toEqual([
    [],
    [],
    ['/code'],
  ]);
});

test('paths with parameters find their endpoint', () => {
  const at = (method: string, path: string) => endpointAt(endpoints, method, path)?.endpoint;
  expect(at('PUT', '/Agent/Storage/Content/alice/a.png')).toBe('Storage/PutContent');
  expect(at('POST', '/Agent/Storage/Content')).toBe('Storage/PostContent');
  expect(at('GET', '/Agent/Storage/Content/alice/deep/a.png')).toBe('Storage/GetContent');
  expect(at('DELETE', '/Agent/Storage/Content/alice/a.png')).toBe('Storage/DeleteContent');
  expect(at('PUT', '/Agent/Storage/Content/alice')).toBeUndefined();
});

test('any JSON is told from a HAR file', () => {
  expect([{ log: { entries: [] } }, { log: {} }, [], null, { entries: [] }].map(isHar)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});
