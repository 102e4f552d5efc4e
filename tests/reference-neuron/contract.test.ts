import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { matchPattern, matchXmlPattern, parsePattern, parseXmlPattern } from '../../src/contract/notation/index.ts';
import { RESOURCES } from '../../src/reference-neuron/resources.ts';
import { XmlElement } from '../../src/reference-neuron/xml/element.ts';
import { readXml } from '../../src/reference-neuron/xml/reader.ts';
import { call, codeFor, createBody, loginBody, member, person } from './support/calls.ts';
import { startHost } from './support/hosts.ts';

interface SpecFile {
  endpoint: string;
  method: string;
  request?: string;
  answers: Record<string, string>;
  xml: { request: string | null; answer: string | null; requestPattern?: string; answerPattern?: string };
}

const specs = ['Account', 'Xmpp'].flatMap(group =>
  readdirSync(new URL(`../../specs/${group}`, import.meta.url)).map(
    file => parse(readFileSync(new URL(`../../specs/${group}/${file}`, import.meta.url), 'utf8')) as SpecFile,
  ),
);

const anonymous = (pattern: unknown) =>
  JSON.stringify(pattern, (_, value) => (value?.kind === 'variable' ? 'variable' : value));

describe('the host and the contract', () => {
  it('have the same endpoints', () => {
    const endpoints = RESOURCES.filter(({ path }) => path.startsWith('/Agent/')).map(({ endpoint }) => endpoint);
    expect(endpoints.sort()).toEqual(specs.map(({ endpoint }) => endpoint).sort());
  });

  it.each(specs.map(spec => [spec.endpoint, spec] as const))('agree on the notation of %s', (endpoint, spec) => {
    const resource = RESOURCES.find(known => known.endpoint === endpoint);
    expect(resource?.methods).toContain(spec.method);
    if (spec.request === undefined) expect(resource?.json).toBeNull();
    else expect(anonymous(parsePattern(resource?.json ?? ''))).toBe(anonymous(parsePattern(spec.request)));
    if (spec.xml.requestPattern !== undefined) {
      expect(anonymous(parseXmlPattern(resource?.xml ?? ''))).toBe(anonymous(parseXmlPattern(spec.xml.requestPattern)));
    } else if (spec.xml.request !== null) {
      expect(parseXmlPattern(resource?.xml ?? '').name).toBe(spec.xml.request.split(' ')[0]);
    }
  });
});

const asNotation = (element: XmlElement): Parameters<typeof matchXmlPattern>[1] => ({
  name: element.name,
  namespace: element.namespace,
  attributes: Object.fromEntries(element.attributes),
  children: element.children.map(child => (child instanceof XmlElement ? asNotation(child) : child)),
});

describe('the answers', () => {
  it('match the notation of the contract, in JSON and in XML', async () => {
    const neuron = await startHost();
    const [alice, bob, carol] = [person('alice'), person('bob'), person('carol')];
    const token = await member(neuron, alice);
    const bobs = await member(neuron, bob);
    const [toAlice, toBob] = [`alice@${neuron.domain}`, `bob@${neuron.domain}`];
    const seen: Record<string, string[]> = {};
    const ask = async (endpoint: string, body: unknown, as?: string) => {
      const spec = specs.find(known => known.endpoint === endpoint);
      const inXml = spec?.xml.answer !== null && spec?.xml.answerPattern !== undefined;
      // Twice, where asking twice does no harm, so that both forms are seen.
      for (const accept of inXml ? ['application/json', 'text/xml'] : ['application/json']) {
        const fresh = typeof body === 'function' ? body() : body;
        const method = spec?.method ?? 'POST';
        const { status, json, text } = await call(neuron, endpoint, {
          method,
          headers: { accept },
          body: fresh,
          ...(as && { token: as }),
        });
        expect([endpoint, status, text]).toEqual([endpoint, 200, text]);
        const now = new Date();
        const { outcome } =
          accept === 'text/xml'
            ? matchXmlPattern(parseXmlPattern(spec?.xml.answerPattern ?? ''), asNotation(readXml(text)), { now })
            : matchPattern(parsePattern(spec?.answers['200'] ?? ''), json, { now });
        expect([endpoint, accept, outcome, text]).toEqual([endpoint, accept, 'match', text]);
        seen[endpoint] = [...(seen[endpoint] ?? []), accept];
      }
    };
    await ask('Account/DomainInfo', undefined);
    await call(neuron, 'Account/Create', { body: createBody(neuron, carol) });
    let made = 0;
    await ask('Account/Create', () => createBody(neuron, person(`dave${made++}`)));
    await ask('Account/ResendVerificationCodes', { eMail: carol.eMail });
    expect(codeFor(neuron, carol.eMail)).not.toBe('');
    await ask('Account/Login', () => loginBody(neuron, alice));
    await ask('Account/Info', {}, token);
    await ask('Account/AuthenticateJwt', { token });
    await ask('Account/RemoteReferences', {}, token);
    await ask('Account/Recover', { userName: 'alice', eMail: alice.eMail });
    await ask('Xmpp/SendTextMessage', { to: toBob, message: 'x', language: 'en' }, token);
    await ask('Xmpp/SendXmlMessage', { to: toBob, xml: '<a xmlns="b"/>' }, token);
    await ask('Xmpp/PopMessages', { maxCount: 1 }, bobs);
    await ask('Xmpp/SendFormattedMessage', { to: toBob, message: '*x*', subject: 's' }, token);
    await ask('Xmpp/ClearMessages', {}, bobs);
    await ask('Xmpp/SetRosterItem', { bareJid: 'c@x', name: 'C', Groups: ['G', 'H'] }, token);
    await ask('Xmpp/SendPresenceSubscription', { to: toBob }, token);
    await ask('Xmpp/SendSubscriptionAccepted', { to: toAlice }, bobs);
    await ask('Xmpp/PresenceProbe', { to: toBob }, token);
    await ask('Xmpp/GetRoster', {}, token);
    await ask('Xmpp/GetRosterItem', { bareJid: 'c@x' }, token);
    await ask('Xmpp/SendSubscriptionDeclined', { to: toAlice }, bobs);
    await ask('Xmpp/SendPresenceUnsubscription', { to: toBob }, token);
    await ask('Xmpp/InformationQuery', { to: neuron.domain, type: 'get', xml: '<ping xmlns="urn:xmpp:ping"/>' }, token);
    await ask('Xmpp/RegisterEventHandler', { tabId: 't', function: 'f' }, token);
    expect(Object.keys(seen)).toHaveLength(23);
  });
});
