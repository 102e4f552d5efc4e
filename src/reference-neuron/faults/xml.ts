import { bodyText, onSuccess, replyOf, withBody } from './changes.ts';
import type { Fault } from './fault.ts';

const inXml = (change: (xml: string) => string): NonNullable<Fault['wire']> =>
  onSuccess(wire => (bodyText(wire).startsWith('<') ? withBody(wire, change(bodyText(wire))) : wire));

const answer = (
  id: string,
  endpoint: string,
  text: string,
  breaks: readonly string[],
  change: (xml: string) => string,
): Fault => ({
  id,
  endpoint,
  breaks,
  text,
  wire: inXml(change),
});

/** XML that says something else than JSON, or is none. */
export const xml: readonly Fault[] = [
  answer('xml-without-namespace', '*', 'Answers in XML have no namespace.', ['NEGOTIATION-NAMESPACE'], text =>
    text.replace(/ xmlns="[^"]*"/, ''),
  ),
  answer(
    'xml-in-another-namespace',
    '*',
    'Answers in XML stand in another namespace.',
    ['NEGOTIATION-NAMESPACE'],
    text => text.replace('BrokerAgent.xsd', 'Agent.xsd'),
  ),
  answer(
    'login-xml-called-otherwise',
    'Account/Login',
    'The answer in XML has another element name.',
    ['NEGOTIATION-NAMESPACE', 'ANSWER-SCHEMA'],
    text => text.replaceAll('LoggedIn', 'LoginResult'),
  ),
  answer(
    'info-xml-with-elements',
    'Account/Info',
    'The answer in XML has elements in the place of attributes.',
    ['ANSWER-SCHEMA', 'NEGOTIATION-XML'],
    text =>
      text.replace(
        /<(\w+)( xmlns="[^"]*")([^>]*)\/>/,
        (_, name: string, namespace: string, rest: string) =>
          `<${name}${namespace}>${rest.replaceAll(/\s(\w+)="([^"]*)"/g, '<$1>$2</$1>')}</${name}>`,
      ),
  ),
  answer(
    'create-xml-says-enabled',
    'Account/Create',
    'The answer in XML says that the account is enabled, the one in JSON that it is not.',
    ['CREATE-DISABLED', 'NEGOTIATION-XML'],
    text => text.replace('enabled="false"', 'enabled="true"'),
  ),
  answer(
    'clear-messages-xml-without-count',
    'Xmpp/ClearMessages',
    'The answer in XML lacks the count.',
    ['ANSWER-SCHEMA'],
    text => text.replace(/ count="\d+"/, ''),
  ),
  answer(
    'send-text-message-xml-without-id',
    'Xmpp/SendTextMessage',
    'The answer in XML lacks the id.',
    ['ANSWER-SCHEMA', 'SEND-TEXT-ID'],
    text => text.replace(/ id="[^"]*"/, ''),
  ),
  answer(
    'verify-email-xml-unclosed',
    'Account/VerifyEMail',
    'The answer in XML is not well-formed.',
    ['ANSWER-SCHEMA', 'ANSWER-MEDIA-TYPE'],
    text => text.replace('/>', '>'),
  ),
  {
    id: 'xml-asked-json-given',
    endpoint: 'Account/Info',
    breaks: ['ANSWER-MEDIA-TYPE', 'NEGOTIATION-XML'],
    text: 'A caller who asks for XML gets JSON.',
    wire: onSuccess(wire =>
      bodyText(wire).startsWith('<')
        ? replyOf(wire, 200, 'application/json; charset=utf-8', '{"userName":"x","created":1700000000}')
        : wire,
    ),
  },
  {
    id: 'json-asked-xml-given',
    endpoint: 'Account/DomainInfo',
    breaks: ['ANSWER-MEDIA-TYPE', 'ANSWER-SCHEMA'],
    text: 'A caller who asks for JSON gets XML.',
    wire: onSuccess(wire =>
      bodyText(wire).startsWith('{')
        ? replyOf(
            wire,
            200,
            'text/xml; charset=utf-8',
            '<DomainInfo xmlns="https://waher.se/Schema/BrokerAgent.xsd" useEncryption="false"/>',
          )
        : wire,
    ),
  },
  {
    id: 'xml-requests-refused',
    endpoint: '*',
    breaks: ['NEGOTIATION-XML'],
    text: 'No resource takes XML.',
    policies: () => ({ access: { xml: () => null } }),
  },
  {
    id: 'login-refuses-xml',
    endpoint: 'Account/Login',
    breaks: ['NEGOTIATION-XML'],
    text: 'Login takes no XML.',
    policies: ({ access }) => ({
      access: { xml: resource => (resource.endpoint === 'Account/Login' ? null : access.xml(resource)) },
    }),
  },
  {
    id: 'xml-elements-of-any-name',
    endpoint: '*',
    breaks: ['REQUEST-ELEMENT'],
    text: 'The element of a request may stand in any namespace.',
    policies: ({ access }) => ({
      access: { xml: resource => access.xml(resource)?.replace(/ xmlns="[^"]*"/, '') ?? null },
    }),
  },
];
