import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Catcher } from '../../src/peers/mailbox/mailbox.ts';
import { e164 } from '../../src/peers/sms/phone-number.ts';
import { openSmsSink } from '../../src/peers/sms/sms-sink.ts';

const NUMBER = '+46701234567';
const { signal } = new AbortController();
const open: Catcher[] = [];

afterEach(async () => {
  for (const sink of open.splice(0)) await sink.close();
});

async function sinkAt(url = 'http://127.0.0.1:0/sms'): Promise<Catcher> {
  const sink = await openSmsSink(url);
  open.push(sink);
  return sink;
}

const post = (sink: Catcher, body: BodyInit, type?: string): Promise<Response> =>
  fetch(sink.url, { method: 'POST', body, ...(type !== undefined && { headers: { 'Content-Type': type } }) });

const START = { adapter: 'sms', at: 0, position: 0 };
const textsFor = async (sink: Catcher, number = NUMBER): Promise<readonly string[]> =>
  (await sink.mailsFor(number, START, signal)).map(({ text }) => text);

describe('a phone number', () => {
  it('is the same however it is written', () => {
    const written = ['+46701234567', '+46 70-123 45 67', '0046701234567', '46701234567', 'tel:+46.70.1234567'];
    expect([...written, ' +46 (0)70 123 45 67 ', '+46\u00a070\u2011123\u00a045\u00a067'].map(e164)).toEqual(
      Array.from({ length: 7 }, () => NUMBER),
    );
  });

  it('is none where it is too short, too long or has letters', () => {
    expect(['', '+', '1234', '+1234567890123456', '+46 70 CALL ME', 'alice@mail.example'].map(e164)).toEqual(
      Array.from({ length: 6 }, () => null),
    );
  });
});

const TEXT = 'Your code is 730418.';

/** Bodies as the manuals of SMS gateways show them, all with the same number and text. */
const BODIES: Readonly<Record<string, readonly [body: string, type: string]>> = {
  'the reference Neuron': [JSON.stringify({ to: NUMBER, message: TEXT, language: 'en' }), 'application/json'],
  'gatewayapi.com': [
    JSON.stringify({ sender: 'Neuron', message: TEXT, recipients: [{ msisdn: 46701234567 }] }),
    'application/json',
  ],
  Infobip: [
    JSON.stringify({
      messages: [{ destinations: [{ to: '46701234567' }], from: 'Neuron', text: TEXT }],
    }),
    'application/json',
  ],
  Twilio: ['To=%2B46701234567&From=%2B12025550100&Body=Your+code+is+730418.', 'application/x-www-form-urlencoded'],
  Vonage: ['from=Neuron&to=46701234567&text=Your%20code%20is%20730418.', 'application/x-www-form-urlencoded'],
  'Vonage, whose senders may have a number': [
    JSON.stringify({
      from: { type: 'sms', number: '12025550100' },
      to: { type: 'sms', number: '46701234567' },
      message: { content: { type: 'text', text: TEXT } },
    }),
    'application/json',
  ],
  Plivo: [JSON.stringify({ src: '12025550100', dst: '46701234567', text: TEXT }), 'application/json'],
  '46elks': ['from=Neuron&to=%2B46701234567&message=Your+code+is+730418.', 'application/x-www-form-urlencoded'],
};

describe('the SMS sink', () => {
  it.each(Object.entries(BODIES))('takes what a client of %s posts', async (_, [body, type]) => {
    const sink = await sinkAt();
    const answer = await post(sink, body, type);
    expect([answer.status, await answer.json()]).toEqual([200, { ids: [expect.stringMatching(/^sms-/)] }]);
    expect(await sink.mailsFor(NUMBER, START, signal)).toEqual([
      {
        medium: 'sms',
        id: expect.stringMatching(/^sms-/),
        arrivedAt: expect.any(Number),
        envelopeFrom: null,
        envelopeTo: [],
        from: '',
        to: [NUMBER],
        subject: '',
        messageId: null,
        date: null,
        headers: [],
        received: [],
        text: TEXT,
        html: null,
        attachments: [],
        bytes: Buffer.byteLength(body),
        code: { code: '730418', why: expect.any(String), candidates: [expect.any(Object)] },
      },
    ]);
  });

  it('takes a form in several parts, and JSON without a type or called a form, as curl -d calls it', async () => {
    const sink = await sinkAt();
    const form = new FormData();
    form.append('Phone-Number', '0046 70 123 45 67');
    form.append('text', 'one');
    await post(sink, form);
    await post(sink, new TextEncoder().encode('{"recipient":"46701234567","content":{"text":"two"}}'));
    await post(sink, '{"to":"+46701234567","message":"three"}', 'application/x-www-form-urlencoded');
    expect(await textsFor(sink)).toEqual(['one', 'two', 'three']);
  });

  it('takes several recipients and several messages at once', async () => {
    const sink = await sinkAt();
    await post(
      sink,
      JSON.stringify([
        { to: '+46701234567, +46701234568', message: 'both' },
        { to: NUMBER, message: 'one' },
      ]),
      'application/json',
    );
    expect([await textsFor(sink), await textsFor(sink, '+46701234568')]).toEqual([['both', 'one'], ['both']]);
  });

  it('says what it misses, and keeps nothing', async () => {
    const sink = await sinkAt();
    const answers = await Promise.all([
      fetch(sink.url),
      post(sink, 'hello', 'application/json'),
      post(sink, '{"to":"nobody","message":"x"}', 'application/json'),
      post(sink, `{"to":"${NUMBER}"}`, 'application/json'),
      post(sink, `{"to":"${NUMBER}","message":"${'x'.repeat(70_000)}"}`, 'application/json'),
      post(sink, 'x', 'multipart/form-data; boundary=none'),
    ]);
    const missing = 'No text message was found: it needs a number in "to" and a text in "message".\n';
    const unreadable = 'The body is neither JSON nor a form.\n';
    expect(await Promise.all(answers.map(async answer => [answer.status, await answer.text()]))).toEqual([
      [405, 'Text messages are taken by POST.\n'],
      [400, unreadable],
      [400, missing],
      [400, missing],
      [413, 'A text message may have 65536 bytes.\n'],
      [400, unreadable],
    ]);
    expect(await textsFor(sink)).toEqual([]);
  });

  it('wakes who waits for a message, and tells of the last one when none came', async () => {
    const sink = await sinkAt();
    const since = await sink.watermark(signal);
    const waiting = sink.waitFor({ to: NUMBER, since, deadline: Date.now() + 5_000, signal });
    await post(sink, JSON.stringify({ to: '+46700000000', message: 'for somebody else' }), 'application/json');
    await post(sink, JSON.stringify({ to: NUMBER, message: 'for us' }), 'application/json');
    expect(await waiting).toMatchObject({ kind: 'arrived', mails: [{ text: 'for us' }], attempts: 2 });
    const later = await sink.watermark(signal);
    await sink.probe(signal);
    expect(await sink.waitFor({ to: NUMBER, since: later, deadline: Date.now(), signal })).toMatchObject({
      kind: 'late',
      last: { text: 'for us' },
    });
  });

  it('holds no more than a thousand messages', async () => {
    const sink = await sinkAt();
    const many = Array.from({ length: 1_002 }, (_, index) => ({ to: NUMBER, message: String(index) }));
    for (const half of [many.slice(0, 501), many.slice(501)])
      await post(sink, JSON.stringify(half), 'application/json');
    const texts = await textsFor(sink);
    expect([texts.length, texts[0], texts.at(-1)]).toEqual([1_000, '2', '1001']);
  });

  it('finds its own test message, also where it listens at all addresses', async () => {
    for (const url of ['http://127.0.0.1:0', 'http://0.0.0.0:0/sms'])
      expect(await (await sinkAt(url)).probe(signal)).toEqual({ kind: 'works', milliseconds: expect.any(Number) });
  });

  it('fails its probe when it no longer listens', async () => {
    const sink = await openSmsSink('http://127.0.0.1:0');
    await sink.close();
    expect(await sink.probe(signal)).toMatchObject({
      kind: 'fails',
      message: expect.stringMatching(/^A test message could not be handed to http:\/\/127\.0\.0\.1:\d+\/: /),
    });
  });

  it('says what to do when its port is taken', async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    try {
      await expect(openSmsSink(url)).rejects.toMatchObject({
        code: 'SMS_CANNOT_LISTEN',
        next: 'Choose a free port in "sms", or port 0 to have one chosen: sms: http://127.0.0.1:0.',
      });
    } finally {
      other.close();
    }
  });
});
