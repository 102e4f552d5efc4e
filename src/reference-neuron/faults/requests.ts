import { JsonSyntaxError } from '../json/reader.ts';
import type { Fault } from './fault.ts';
import { notation } from './limits.ts';
import { completed, inNotationCase, isNumberText, NUMBERS, refusing } from './request-changes.ts';

/** An endpoint that takes members that the notation does not name. */
const opened = (endpoint: string, first: string): Fault =>
  notation(
    endpoint,
    'takes-unknown-members',
    'A member that the notation does not name is taken.',
    ['REQUEST-CLOSED'],
    first,
    `*, ${first}`,
  );

/** Requests that are taken although the contract refuses them, or refused although it has them. */
export const requests: readonly Fault[] = [
  opened('Account/Login', '"userName"'),
  opened('Account/Create', '"userName"'),
  opened('Account/Refresh', '"seconds"'),
  opened('Account/VerifyEMail', '"eMail"'),
  opened('Xmpp/SendTextMessage', '"to"'),
  opened('Xmpp/PopMessages', '"maxCount"'),
  notation(
    'Xmpp/SendTextMessage',
    'subject-needed',
    'A text message without a subject is refused.',
    ['SEND-TEXT-ID', 'REQUEST-ABSENT'],
    '"subject": Optional(',
    '"subject": Required(',
  ),
  notation(
    'Xmpp/SendTextMessage',
    'language-unknown',
    'A text message with a language is refused.',
    ['SEND-TEXT-ID', 'SEND-TEXT-DELIVERS'],
    '"language": Optional(Str(PLanguage)),',
    '',
  ),
  notation(
    'Account/Create',
    'language-unknown',
    'Create refuses a language.',
    ['CREATE-LANGUAGE'],
    ',\n    "language": Optional(Str(PLanguage))',
    '',
  ),
  notation(
    'Account/Create',
    'phone-unknown',
    'Create refuses a phone number.',
    ['CREATE-PHONE'],
    '"phoneNr": Optional(Str(PPhoneNr)),',
    '',
  ),
  notation(
    'Account/AuthenticateJwt',
    'token-called-jwt',
    'AuthenticateJwt wants the token under another name.',
    ['JWT-AUTHENTIC', 'REQUEST-CLOSED'],
    '"token"',
    '"jwt"',
  ),
  {
    id: 'member-names-in-any-case',
    endpoint: '*',
    breaks: ['REQUEST-CASE'],
    text: 'Member names are compared without regard to case.',
    policies: () => ({ requests: { received: inNotationCase } }),
  },
  {
    id: 'malformed-json-is-empty',
    endpoint: '*',
    breaks: ['TRANSPORT-MALFORMED', 'REQUEST-REFUSED'],
    text: 'A body that is not JSON counts as an empty object.',
    policies: ({ requests: { readJson } }) => ({
      requests: {
        readJson: text => {
          try {
            return readJson(text);
          } catch (error) {
            if (error instanceof JsonSyntaxError) return {};
            throw error;
          }
        },
      },
    }),
  },
  {
    id: 'truncated-json-is-completed',
    endpoint: '*',
    breaks: ['TRANSPORT-MALFORMED', 'REQUEST-REFUSED'],
    text: 'A body that ends too early is read up to its last whole member.',
    policies: ({ requests: { readJson } }) => ({
      requests: { readJson: text => completed(readJson, text) },
    }),
  },
  {
    id: 'text-body-is-json',
    endpoint: '*',
    breaks: ['TRANSPORT-BODY-TYPE'],
    text: 'A body of the type text/plain is read as JSON.',
    policies: () => ({
      requests: { contentType: header => (header?.startsWith('text/plain') === true ? 'application/json' : header) },
    }),
  },
  {
    id: 'untyped-body-is-json',
    endpoint: '*',
    breaks: ['TRANSPORT-BODY-TYPE'],
    text: 'A body without a Content-Type is read as JSON.',
    policies: () => ({ requests: { contentType: header => header ?? 'application/json' } }),
  },
  {
    id: 'every-body-is-json',
    endpoint: '*',
    breaks: ['TRANSPORT-BODY-TYPE', 'NEGOTIATION-XML'],
    text: 'Every body is read as JSON, whatever its type.',
    policies: () => ({ requests: { contentType: () => 'application/json' } }),
  },
  {
    id: 'null-is-refused-where-optional',
    endpoint: '*',
    breaks: ['REQUEST-ABSENT'],
    text: 'A member that is null is refused even where it may be absent.',
    policies: () => ({ requests: { received: value => refusing(value, member => member === null) } }),
  },
  {
    id: 'numbers-as-text-refused',
    endpoint: '*',
    breaks: ['REQUEST-CONVERSION'],
    text: 'A number written as text is refused in the place of an Int.',
    policies: () => ({
      requests: { received: value => refusing(value, (member, name) => NUMBERS.has(name) && isNumberText(member)) },
    }),
  },
];
