import { describe, expect, it } from 'vitest';
import type { ReferenceNeuron, ReferenceNeuronOptions } from '../../src/reference-neuron/index.ts';
import { call, member, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

async function friends(options: ReferenceNeuronOptions = {}) {
  const neuron = await startHost(options);
  const [alice, bob] = [await member(neuron, person('alice')), await member(neuron, person('bob'))];
  const ask =
    (token: string) =>
    async (name: string, body: unknown = {}) => {
      const { status, json, text } = await call(neuron, `Xmpp/${name}`, { token, body });
      return status === 200 ? json : { status, text };
    };
  return { neuron, alice: ask(alice), bob: ask(bob), at: (name: string) => `${name}@${neuron.domain}` };
}

const contents = (neuron: ReferenceNeuron, userName: string) =>
  neuron.inspect.queue(userName).map(({ type, content }) => ({ type, names: content.map(({ name }) => name) }));

describe('messages', () => {
  it('wait in the queue of their account, in order, and are counted when cleared', async () => {
    const { alice, bob, at } = await friends();
    for (const n of [1, 2, 3, 4])
      await alice('SendTextMessage', { to: `${at('BOB')}/phone`, message: `no. ${n}`, subject: 'Numbers' });
    const two = await bob('PopMessages', { maxCount: 2 });
    expect(two).toMatchObject({
      Messages: [1, 2].map(n => ({
        lang: null,
        Content: [
          { __name: 'subject', __ns: 'jabber:client', value: 'Numbers' },
          { __name: 'body', __ns: 'jabber:client', value: `no. ${n}` },
        ],
      })),
    });
    expect(await bob('ClearMessages')).toEqual({ count: 2 });
    expect(await bob('PopMessages')).toEqual({ Messages: [] });
    expect(await alice('PopMessages')).toEqual({ Messages: [] });
  });

  it('have the id that was given, or one of their own', async () => {
    const { alice, at } = await friends();
    const given = await alice('SendTextMessage', { to: at('bob'), message: 'x', id: 'given' });
    const [one, two] = [
      await alice('SendTextMessage', { to: at('bob'), message: 'x', id: '' }),
      await alice('SendTextMessage', { to: at('bob'), message: 'x' }),
    ];
    expect(given).toEqual({ sent: true, id: 'given' });
    expect(one).toEqual({ sent: true, id: expect.stringMatching(/.{8,}/) });
    expect(one).not.toEqual(two);
  });

  it.each([
    [{ to: 'not an address', message: 'x' }, 'Invalid JID.'],
    [{ to: '', message: 'x' }, 'To must not be empty.'],
    [{ to: 'bob@x', message: '' }, 'Message must not be empty.'],
    [{ to: 'bob@x', message: 'a\u0000b' }, 'The text contains characters that XML cannot carry.'],
    [{ to: 'bob@x' }, 'Payload does not conform to specification.'],
  ])('are refused: %j', async (body, text) => {
    const { alice } = await friends();
    expect(await alice('SendTextMessage', body)).toEqual({ status: 400, text });
  });

  it('for addresses elsewhere are taken', async () => {
    const { alice } = await friends();
    expect(await alice('SendTextMessage', { to: 'x@elsewhere.test', message: 'x' })).toMatchObject({ sent: true });
  });

  it('collapse where the dialect has it', async () => {
    const { alice, bob, at } = await friends({ dialect: { 'messages-shape': 'collapsed' } });
    expect(await bob('PopMessages')).toEqual({ Messages: null });
    await alice('SendTextMessage', { to: at('bob'), message: 'one', id: 'm' });
    expect(await bob('PopMessages')).toMatchObject({
      Messages: { id: 'm', Content: { __name: 'body', value: 'one' } },
    });
    for (const n of [1, 2]) await alice('SendTextMessage', { to: at('bob'), message: `${n}` });
    expect(await bob('PopMessages')).toMatchObject({ Messages: [{}, {}] });
  });

  it('carry Markdown in three forms', async () => {
    const { alice, bob, at } = await friends();
    await alice('SendFormattedMessage', {
      to: at('bob'),
      message: '# Hi\n\nA **bold** & *soft* `word`',
      language: 'en',
    });
    const { Messages } = (await bob('PopMessages')) as { Messages: { type: string; Content: unknown[] }[] };
    expect(Messages[0]?.Content).toEqual([
      { __name: 'body', __ns: 'jabber:client', value: 'Hi\n\nA bold & soft word' },
      {
        __name: 'content',
        __ns: 'urn:xmpp:content',
        type: 'text/markdown',
        value: '# Hi\n\nA **bold** & *soft* `word`',
      },
      {
        __name: 'html',
        __ns: 'http://jabber.org/protocol/xhtml-im',
        body: {
          __name: 'body',
          __ns: 'http://www.w3.org/1999/xhtml',
          h1: { __name: 'h1', __ns: 'http://www.w3.org/1999/xhtml', value: 'Hi' },
          p: {
            __name: 'p',
            __ns: 'http://www.w3.org/1999/xhtml',
            value: 'A  &  ',
            strong: { __name: 'strong', __ns: 'http://www.w3.org/1999/xhtml', value: 'bold' },
            em: { __name: 'em', __ns: 'http://www.w3.org/1999/xhtml', value: 'soft' },
            code: { __name: 'code', __ns: 'http://www.w3.org/1999/xhtml', value: 'word' },
          },
        },
      },
    ]);
  });

  it('carry XML, attributes and all', async () => {
    const { alice, bob, at } = await friends();
    const xml = '<order xmlns="urn:x" nr="7"><item sku="a&amp;b"/><item sku="c">two</item><note>ö</note></order>';
    await alice('SendXmlMessage', { to: at('bob'), xml });
    expect(await bob('PopMessages')).toMatchObject({
      Messages: [
        {
          type: 'normal',
          Content: [
            {
              __name: 'order',
              __ns: 'urn:x',
              nr: '7',
              item: [
                { __name: 'item', __ns: 'urn:x', sku: 'a&b' },
                { __name: 'item', __ns: 'urn:x', sku: 'c', value: 'two' },
              ],
              note: { __name: 'note', __ns: 'urn:x', value: 'ö' },
            },
          ],
        },
      ],
    });
    for (const bad of ['<a>', 'text', '', '<a/><b/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>']) {
      expect(await alice('SendXmlMessage', { to: at('bob'), xml: bad })).toMatchObject({ status: 400 });
    }
  });

  it('that a handler takes are not queued', async () => {
    const { neuron, alice, bob, at } = await friends();
    const handler = { tabId: 't1', localName: 'order', namespace: 'urn:x', function: 'show' };
    expect(await bob('RegisterEventHandler', handler)).toEqual({});
    await alice('SendXmlMessage', { to: at('bob'), xml: '<order xmlns="urn:x"/>' });
    await alice('SendXmlMessage', { to: at('bob'), xml: '<order xmlns="urn:y"/>' });
    await bob('RegisterEventHandler', { ...handler, function: '' });
    await alice('SendXmlMessage', { to: at('bob'), xml: '<order xmlns="urn:x"/>' });
    expect(contents(neuron, 'bob')).toEqual([
      { type: 'normal', names: ['order'] },
      { type: 'normal', names: ['order'] },
    ]);
  });
});

describe('the roster', () => {
  it('keeps contacts, in pages', async () => {
    const { alice } = await friends();
    for (const n of [1, 2, 3]) await alice('SetRosterItem', { bareJid: `c${n}@x.test`, name: `C ${n}`, Groups: ['G'] });
    const item = (n: number, name = `C ${n}`, Groups: string[] = ['G']) => ({
      bareJid: `c${n}@x.test`,
      pendingSubscription: false,
      status: 'None',
      name,
      Groups,
    });
    expect(await alice('SetRosterItem', { bareJid: 'C2@x.test', name: 'Two', Groups: ['A', 'B'] })).toEqual(
      item(2, 'Two', ['A', 'B']),
    );
    expect(await alice('GetRoster')).toEqual({ RosterItems: [item(1), item(2, 'Two', ['A', 'B']), item(3)] });
    expect(await alice('GetRoster', { offset: 1, maxCount: 1 })).toEqual({ RosterItems: [item(2, 'Two', ['A', 'B'])] });
    expect(await alice('GetRoster', { offset: 9 })).toEqual({ RosterItems: [] });
    expect(await alice('GetRosterItem', { bareJid: 'c1@x.test' })).toEqual(item(1));
    expect(await alice('RemoveRosterItem', { bareJid: 'c1@x.test' })).toEqual(item(1));
    const gone = { status: 404, text: 'Roster item not found: c1@x.test' };
    expect(await alice('GetRosterItem', { bareJid: 'c1@x.test' })).toEqual(gone);
    expect(await alice('RemoveRosterItem', { bareJid: 'c1@x.test' })).toEqual(gone);
    for (const bad of [{ offset: -1 }, { maxCount: 0 }, { maxCount: 1.5 }, { offset: 'x' }]) {
      expect(await alice('GetRoster', bad)).toMatchObject({ status: 400 });
    }
  });

  it('shows both sides what they may see', async () => {
    const { alice, bob, at } = await friends();
    const state = async (ask: typeof alice, name: string) => {
      const { pendingSubscription, status } = (await ask('GetRosterItem', { bareJid: at(name) })) as Record<
        string,
        unknown
      >;
      return [pendingSubscription, status];
    };
    expect(await alice('PresenceProbe', { to: at('bob') })).toMatchObject({ status: 403 });
    expect(await alice('SendPresenceSubscription', { to: at('bob'), id: 's1' })).toEqual({
      sent: true,
      id: 's1',
      RosterItem: { bareJid: at('bob'), pendingSubscription: true, status: 'None', name: '', Groups: [] },
    });
    expect(await bob('SendSubscriptionAccepted', { to: at('alice'), id: 'a1' })).toEqual({
      sent: true,
      id: 'a1',
      RosterItem: { bareJid: at('alice'), pendingSubscription: false, status: 'From', name: '', Groups: [] },
    });
    expect(await state(alice, 'bob')).toEqual([false, 'To']);
    expect(await alice('PresenceProbe', { to: at('bob') })).toEqual({
      jid: `${at('bob')}/agent`,
      type: '',
      received: expect.any(Number),
      Stanza: { __name: 'presence', __ns: 'jabber:client', from: `${at('bob')}/agent`, to: at('alice') },
    });
    await bob('SendPresenceSubscription', { to: at('alice') });
    await alice('SendSubscriptionAccepted', { to: at('bob') });
    expect([await state(alice, 'bob'), await state(bob, 'alice')]).toEqual([
      [false, 'Both'],
      [false, 'Both'],
    ]);
    expect(await bob('SendPresenceUnsubscription', { to: at('alice'), id: 'u' })).toEqual({ sent: true, id: 'u' });
    expect([await state(alice, 'bob'), await state(bob, 'alice')]).toEqual([
      [false, 'To'],
      [false, 'From'],
    ]);
    await alice('RemoveRosterItem', { bareJid: at('bob') });
    expect(await state(bob, 'alice')).toEqual([false, 'None']);
  });

  it('shows nothing to a caller who was declined', async () => {
    const { alice, bob, at } = await friends();
    await alice('SendPresenceSubscription', { to: at('bob') });
    expect(await bob('SendSubscriptionDeclined', { to: at('alice'), id: 'd' })).toEqual({ sent: true, id: 'd' });
    expect(await alice('GetRosterItem', { bareJid: at('bob') })).toMatchObject({
      pendingSubscription: false,
      status: 'None',
    });
    await bob('SendSubscriptionAccepted', { to: at('alice') });
    expect(await alice('GetRosterItem', { bareJid: at('bob') })).toMatchObject({ status: 'None' });
  });
});

describe('InformationQuery', () => {
  it('reaches the host, and tells what others cannot answer', async () => {
    const { neuron, alice, at } = await friends();
    const ping = '<ping xmlns="urn:xmpp:ping"/>';
    expect(await alice('InformationQuery', { to: neuron.domain, type: 'get', xml: ping })).toMatchObject({
      ok: true,
      Stanza: { __name: 'iq', type: 'result', from: neuron.domain, to: `${at('alice')}/agent` },
    });
    expect(await alice('InformationQuery', { to: `${at('bob')}/phone`, type: 'set', xml: ping })).toEqual({
      ok: false,
      errorCode: 503,
      errorText: 'The recipient is not connected.',
      errorType: 'cancel',
      ErrorElement: { __name: 'service-unavailable', __ns: 'urn:ietf:params:xml:ns:xmpp-stanzas' },
    });
    expect(await alice('InformationQuery', { to: neuron.domain, type: 'result', xml: ping })).toMatchObject({
      status: 400,
    });
    expect(await alice('InformationQuery', { to: neuron.domain, type: 'get', xml: 'ping' })).toMatchObject({
      status: 400,
    });
  });
});
