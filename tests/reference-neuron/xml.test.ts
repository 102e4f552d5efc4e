import { describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { XmlElement } from '../../src/reference-neuron/xml/element.ts';
import { readXml } from '../../src/reference-neuron/xml/reader.ts';
import { writeXml } from '../../src/reference-neuron/xml/writer.ts';
import { call, codeFor, createBody, loginBody, member, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

const NS = 'https://waher.se/Schema/BrokerAgent.xsd';
const XML = { 'content-type': 'text/xml; charset=utf-8', accept: 'text/xml' };

const xml = (name: string, members: object, inside = '') =>
  `<?xml version="1.0"?>\n<${name} xmlns="${NS}"${Object.entries(members)
    .map(([key, value]) => ` ${key}="${String(value).replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`)
    .join('')}>${inside}</${name}>`;

describe('the reader of XML', () => {
  it.each([
    ['<a/>', ['a', '', {}, []]],
    ['<a x="1" y=\'&lt;&#10;&#x41;\'>t&amp;<![CDATA[<b>]]>u</a>', ['a', '', { x: '1', y: '<\nA' }, ['t&<b>u']]],
    [
      '\uFEFF<?xml version="1.0"?><!-- c --><p:a xmlns:p="urn:p" p:b="c">\r\n<p:d/></p:a><?pi?>',
      ['a', 'urn:p', { 'p:b': 'c' }, ['\n', ['d', 'urn:p', {}, []]]],
    ],
    [
      '<a xmlns="u"><b xmlns=""/><c/></a>',
      [
        'a',
        'u',
        {},
        [
          ['b', '', {}, []],
          ['c', 'u', {}, []],
        ],
      ],
    ],
  ])('reads %j', (text, expected) => {
    const shape = (element: XmlElement): unknown[] => [
      element.name,
      element.namespace,
      Object.fromEntries(element.attributes),
      element.children.map(child => (child instanceof XmlElement ? shape(child) : child)),
    ];
    expect(shape(readXml(text))).toEqual(expected);
  });

  const broken = [
    '',
    'text',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a x=1/>',
    '<a x="1" x="2"/>',
    '<a x="1"y="2"/>',
    '<a>&nbsp;</a>',
    '<a>&</a>',
    '<a x="<"/>',
    '<a>]]></a>',
    '<p:a/>',
    '<a>\u0001</a>',
    '<a>&#1;</a>',
    '<!DOCTYPE a><a/>',
    '<1/>',
    '<a',
    '<!-- <a/>',
  ];
  it.each(broken)('refuses %j', text => {
    expect(() => readXml(text)).toThrow(/^Invalid XML: /);
  });

  it('and xmllint refuse the same, and take what the writer writes', async () => {
    const written = writeXml(
      new XmlElement('a', 'urn:a', [['x', '"<>&\n\t\r\'']], ['<&>\r\n]]>', new XmlElement('b', '', [], ['ö'])]),
    );
    const judged = await Promise.all([written, ...broken.filter(hasNoDocumentType)].map(wellFormed));
    expect(judged).toEqual([true, ...broken.filter(hasNoDocumentType).map(() => false)]);
    expect(writeXml(readXml(written))).toBe(written);
  });
});

const hasNoDocumentType = (text: string) => !text.includes('DOCTYPE');

async function wellFormed(contents: string): Promise<boolean> {
  const schema = '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"/></xs:schema>';
  const { errors } = await validateXML({ xml: [{ fileName: 'x.xml', contents }], schema: [schema] });
  return !errors.some(({ message }) => /^(parser|namespace) error/.test(message));
}

describe('the journey in XML', () => {
  it('is answered in XML', async () => {
    const neuron = await startHost();
    const [alice, bob] = [person('alice'), person('bob')];
    const bobs = await member(neuron, bob);
    const post = async (endpoint: string, body: string, token?: string) => {
      const { status, text, headers } = await call(neuron, endpoint, { headers: XML, body, ...(token && { token }) });
      expect([endpoint, status, text.startsWith('<'), headers['content-type']]).toEqual([
        endpoint,
        200,
        true,
        'text/xml; charset=utf-8',
      ]);
      const { name, namespace, attributes, children } = readXml(text);
      expect(namespace).toBe(NS);
      return { name, children, ...Object.fromEntries(attributes) } as Record<string, string> & {
        children: XmlElement[];
      };
    };
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const created = await post('Account/Create', xml('CreateAccount', createBody(neuron, alice)));
    expect(created).toMatchObject({
      name: 'AccountCreated',
      created: time,
      expires: time,
      enabled: 'false',
      canRelay: 'false',
    });
    expect(created).not.toHaveProperty('updated');
    const verified = await post(
      'Account/VerifyEMail',
      xml('VerifyEMail', { eMail: alice.eMail, code: codeFor(neuron, alice.eMail) }),
    );
    expect(verified).toMatchObject({ name: 'EMailVerified', eMail: alice.eMail, userName: 'alice' });
    const login = await post('Account/Login', xml('Login', loginBody(neuron, alice)));
    const refreshed = await post('Account/Refresh', xml('Refresh', { seconds: 60 }), login.jwt);
    expect(refreshed).toMatchObject({ name: 'LoggedIn', expires: time });
    const token = refreshed.jwt;
    expect(await post('Account/Info', xml('GetAccountInfo', {}), token)).toMatchObject({
      name: 'AccountInfo',
      userName: 'alice',
      phoneNr: '',
    });
    expect(await post('Account/AuthenticateJwt', xml('AuthenticateJwt', { token }))).toMatchObject({
      name: 'ValidJwt',
      subject: `alice@${neuron.domain}`,
      expiration: time,
    });
    const sent = await post(
      'Xmpp/SendTextMessage',
      xml('SendTextMessage', { to: `bob@${neuron.domain}`, message: 'a & "b"\n', id: 'x1' }),
      token,
    );
    expect(sent).toMatchObject({ name: 'StanzaResult', sent: 'true', id: 'x1' });
    const popped = await post('Xmpp/PopMessages', xml('PopMessages', { maxCount: 5 }), bobs);
    expect(
      popped.children.map(child => [
        child.name,
        child.attributes.get('id'),
        child.elements[0]?.name,
        child.elements[0]?.text,
      ]),
    ).toEqual([['Message', 'x1', 'body', 'a & "b" ']]);
    expect(await post('Xmpp/ClearMessages', xml('ClearMessages', {}), bobs)).toMatchObject({
      name: 'MessagesCleared',
      count: '0',
    });
    const roster = await post(
      'Xmpp/SetRosterItem',
      xml('SetRosterItem', { bareJid: 'c@x', name: 'C' }, '<Groups><Item>G</Item><Item>H</Item></Groups>'),
      token,
    );
    expect(roster.children[0]?.elements.map(({ text }) => text)).toEqual(['G', 'H']);
    const list = await post('Xmpp/GetRoster', xml('GetRoster', {}), token);
    expect(writeXml(list.children[0] as XmlElement, NS)).toBe(
      '<RosterItems><Item bareJid="c@x" pendingSubscription="false" status="None" name="C"><Groups><Item>G</Item><Item>H</Item></Groups></Item></RosterItems>',
    );
    const query = xml('InformationQuery', { to: neuron.domain, type: 'get' }, '<ping xmlns="urn:xmpp:ping"/>');
    expect(await post('Xmpp/InformationQuery', query, token)).toMatchObject({ name: 'QueryResult', ok: 'true' });
    await post(
      'Xmpp/SendXmlMessage',
      xml('SendXmlMessage', { to: `bob@${neuron.domain}` }, '<m xmlns="urn:m" k="v"/>'),
      token,
    );
    expect(neuron.inspect.queue('bob').map(({ content }) => content.map(element => writeXml(element)))).toEqual([
      ['<m xmlns="urn:m" k="v"/>'],
    ]);
    expect(await post('Account/Logout', xml('Logout', {}), token)).toMatchObject({ name: 'AckResponse' });
  });

  it('refuses what the notation does not name', async () => {
    const neuron = await startHost();
    const mismatch = { status: 400, text: 'Payload does not conform to specification.' };
    const bodies = {
      'another element': xml('LogIn', { token: 'x' }),
      'another namespace': '<AuthenticateJwt xmlns="urn:x" token="x"/>',
      'an unknown attribute': xml('AuthenticateJwt', { token: 'x', more: 1 }),
      'an unknown child': xml('AuthenticateJwt', { token: 'x' }, '<more/>'),
      'a missing attribute': xml('AuthenticateJwt', {}),
    };
    for (const [name, body] of Object.entries(bodies)) {
      const { status, text } = await call(neuron, 'Account/AuthenticateJwt', { headers: XML, body });
      expect([name, status, text]).toEqual([name, mismatch.status, mismatch.text]);
    }
    expect(await call(neuron, 'Account/AuthenticateJwt', { headers: XML, body: '<a' })).toMatchObject({ status: 400 });
  });

  it('is mixed with JSON as the headers say', async () => {
    const neuron = await startHost();
    const token = await member(neuron, person('alice'));
    const inXml = await call(neuron, 'Account/Info', {
      token,
      headers: { accept: 'application/xml, application/json;q=0.5' },
    });
    expect([inXml.headers['content-type'], inXml.text.slice(0, 12)]).toEqual([
      'application/xml; charset=utf-8',
      '<AccountInfo',
    ]);
    const inJson = await call(neuron, 'Account/Info', {
      token,
      headers: { ...XML, accept: '*/*' },
      body: xml('GetAccountInfo', {}),
    });
    expect(inJson.headers['content-type']).toBe('application/json; charset=utf-8');
  });
});
