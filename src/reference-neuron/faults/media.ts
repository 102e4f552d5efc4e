import type { Wire } from '../http/wire.ts';
import {
  bodyText,
  onRefusal,
  onStatus,
  onSuccess,
  replyOf,
  slug,
  withBody,
  withHeader,
  withoutHeader,
} from './changes.ts';
import type { Fault } from './fault.ts';

/** A success under another Content-Type. */
const typed = (endpoint: string, type: string, what: string): Fault => ({
  id: `${slug(endpoint)}-as-${what}`,
  endpoint,
  breaks: ['ANSWER-MEDIA-TYPE'],
  text: `The answer is JSON, but its Content-Type is ${type}.`,
  wire: onSuccess(wire => withHeader(wire, 'Content-Type', type)),
});

/** A success whose text is spoilt. */
const spoilt = (endpoint: string, id: string, text: string, change: (json: string) => string): Fault => ({
  id: `${slug(endpoint)}-${id}`,
  endpoint,
  breaks: ['ANSWER-SCHEMA', 'ANSWER-MEDIA-TYPE'],
  text,
  wire: onSuccess(wire => (bodyText(wire).startsWith('{') ? withBody(wire, change(bodyText(wire))) : wire)),
});

const errorAs = (wire: Wire, type: string, text: string): Wire => replyOf(wire, wire.status, type, text);

/** What the body is, what it says it is, and how errors speak. */
export const media: readonly Fault[] = [
  typed('Account/Login', 'text/plain; charset=utf-8', 'text'),
  typed('Account/Info', 'text/html; charset=utf-8', 'html'),
  typed('Account/DomainInfo', 'application/octet-stream', 'bytes'),
  typed('Account/Create', 'text/xml; charset=utf-8', 'xml'),
  typed('Xmpp/SendTextMessage', 'text/javascript', 'script'),
  typed('Account/AuthenticateJwt', 'application/jwt', 'jwt'),
  {
    id: 'pop-messages-without-type',
    endpoint: 'Xmpp/PopMessages',
    breaks: ['ANSWER-MEDIA-TYPE'],
    text: 'The answer has no Content-Type.',
    wire: onSuccess(wire => withoutHeader(wire, 'Content-Type')),
  },
  spoilt('Account/Refresh', 'json-in-a-string', 'The answer is a JSON text that holds the JSON.', json =>
    JSON.stringify(json),
  ),
  spoilt('Account/VerifyEMail', 'single-quotes', 'The answer quotes with apostrophes.', json =>
    json.replaceAll('"', "'"),
  ),
  spoilt('Account/Info', 'trailing-comma', 'The answer has a comma after its last member.', json =>
    json.replace(/\}$/, ',}'),
  ),
  spoilt('Xmpp/ClearMessages', 'not-a-number', 'The answer has NaN in it.', json => json.replace(/\d+/, 'NaN')),
  spoilt('Account/DomainInfo', 'in-a-list', 'The answer is a list with the object in it.', json => `[${json}]`),
  spoilt(
    'Account/Login',
    'guarded',
    'A guard against script inclusion stands before the JSON.',
    json => `)]}',\n${json}`,
  ),
  {
    id: 'logout-answers-ok',
    endpoint: 'Account/Logout',
    breaks: ['ANSWER-SCHEMA', 'ANSWER-MEDIA-TYPE', 'LOGOUT-ACCEPTED'],
    text: 'Logout answers with the text OK.',
    wire: onSuccess(wire => replyOf(wire, 200, 'text/plain; charset=utf-8', 'OK')),
  },
  {
    id: 'logout-answers-true',
    endpoint: 'Account/Logout',
    breaks: ['ANSWER-SCHEMA', 'LOGOUT-ACCEPTED'],
    text: 'Logout answers with true instead of an empty object.',
    wire: onSuccess(wire => withBody(wire, 'true')),
  },
  {
    id: 'logout-answers-nothing',
    endpoint: 'Account/Logout',
    breaks: ['ANSWER-SCHEMA', 'ANSWER-MEDIA-TYPE', 'LOGOUT-ACCEPTED'],
    text: 'Logout answers with an empty body.',
    wire: onSuccess(wire => withBody(withoutHeader(wire, 'Content-Type'), '')),
  },
  {
    id: 'resend-answers-ok',
    endpoint: 'Account/ResendVerificationCodes',
    breaks: ['ANSWER-SCHEMA', 'ANSWER-MEDIA-TYPE', 'RESEND-PENDING'],
    text: 'Resending answers with the text OK.',
    wire: onSuccess(wire => replyOf(wire, 200, 'text/plain; charset=utf-8', 'OK')),
  },
  {
    id: 'unacceptable-answered',
    endpoint: '*',
    breaks: ['TRANSPORT-NOT-ACCEPTABLE', 'ANSWER-MEDIA-TYPE'],
    text: 'A caller who takes no format of the resource gets JSON.',
    wire: onStatus(406, (wire, { endpoint }) =>
      endpoint === 'Account/CreateWebForm' ? wire : replyOf(wire, 200, 'application/json; charset=utf-8', '{}'),
    ),
  },
  {
    id: 'errors-as-html',
    endpoint: '*',
    breaks: ['ERROR-TEXT'],
    text: 'Errors are HTML pages, whatever Accept says.',
    wire: onRefusal(wire =>
      errorAs(wire, 'text/html; charset=utf-8', `<!DOCTYPE html><title>Error</title><p>${bodyText(wire)}</p>`),
    ),
  },
  {
    id: 'errors-as-problem-json',
    endpoint: '*',
    breaks: ['ERROR-TEXT'],
    text: 'Errors are problem details in JSON, a form that no source shows.',
    wire: onRefusal(wire =>
      errorAs(
        wire,
        'application/problem+json',
        JSON.stringify({ type: 'about:blank', status: wire.status, detail: bodyText(wire) }),
      ),
    ),
  },
  {
    id: 'errors-without-type',
    endpoint: '*',
    breaks: ['ERROR-TEXT'],
    text: 'Errors have text but no Content-Type.',
    wire: onRefusal(wire => withoutHeader(wire, 'Content-Type')),
  },
  {
    id: 'login-errors-as-xml',
    endpoint: 'Account/Login',
    breaks: ['ERROR-TEXT'],
    text: 'Errors of Login are XML.',
    wire: onRefusal(wire => errorAs(wire, 'text/xml; charset=utf-8', `<error>${wire.status}</error>`)),
  },
  {
    id: 'mismatch-discloses-stack',
    endpoint: '*',
    breaks: ['ERROR-DISCLOSES'],
    text: 'The error for a body that does not conform holds a stack trace.',
    wire: onStatus(400, wire =>
      withBody(
        wire,
        `${bodyText(wire)}\n   at Waher.Script.Expression.Evaluate(Variables Variables) in C:\\Projects\\Script\\Expression.cs:line 412\n   at Waher.Networking.HTTP.HttpResource.POST(HttpRequest Request)`,
      ),
    ),
  },
  {
    id: 'challenge-discloses-stack',
    endpoint: '*',
    breaks: ['ERROR-DISCLOSES'],
    text: 'The error for a missing token holds a stack trace.',
    wire: onStatus(401, wire =>
      withBody(
        wire,
        'UnauthorizedException: no token\n    at authenticate (/srv/neuron/dist/http/auth.js:88:13)\n    at async handle (/srv/neuron/dist/http/server.js:41:5)',
      ),
    ),
  },
];
