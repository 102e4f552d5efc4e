import { onRefusal, onStatus, onSuccess, replyOf, slug, withHeader, withoutHeader } from './changes.ts';
import type { Fault } from './fault.ts';

/** A success with another status than 200. */
const succeedsWith = (endpoint: string, status: number): Fault => ({
  id: `${slug(endpoint)}-succeeds-with-${status}`,
  endpoint,
  breaks: ['ANSWER-STATUS'],
  text: `A success is answered with ${status}.`,
  wire: onSuccess(wire => ({ ...wire, status })),
});

/** Another status, or another header, than the transport promises. */
export const statuses: readonly Fault[] = [
  succeedsWith('Account/Create', 201),
  succeedsWith('Account/Login', 202),
  succeedsWith('Account/Refresh', 203),
  succeedsWith('Account/Logout', 204),
  succeedsWith('Account/VerifyEMail', 202),
  succeedsWith('Account/DomainInfo', 203),
  succeedsWith('Xmpp/SendTextMessage', 202),
  succeedsWith('Xmpp/PopMessages', 206),
  succeedsWith('Xmpp/ClearMessages', 204),
  {
    id: 'login-errs-with-500',
    endpoint: 'Account/Login',
    breaks: ['ERROR-STATUS', 'REQUEST-REFUSED', 'SIGN-RECIPE'],
    text: 'What Login refuses is answered with 500.',
    wire: onRefusal(wire => ({ ...wire, status: 500 })),
  },
  {
    id: 'send-text-message-errs-with-500',
    endpoint: 'Xmpp/SendTextMessage',
    breaks: ['ERROR-STATUS', 'REQUEST-REFUSED'],
    text: 'A request that does not match the notation is answered with 500 by SendTextMessage alone.',
    wire: onStatus(400, wire => ({ ...wire, status: 500 })),
  },
  {
    id: 'create-refuses-with-418',
    endpoint: 'Account/Create',
    breaks: ['ERROR-STATUS'],
    text: 'What Create refuses has a status that no source publishes.',
    wire: onRefusal(wire => ({ ...wire, status: 418 })),
  },
  {
    id: 'refusals-succeed',
    endpoint: 'Account/Login',
    breaks: ['REQUEST-REFUSED', 'SIGN-RECIPE', 'LOGIN-SECONDS', 'NONCE-REUSE'],
    text: 'Refusals of Login have the status 200 and the error in the body.',
    wire: onRefusal(wire => ({ ...wire, status: 200 })),
  },
  {
    id: 'unknown-path-found',
    endpoint: '*',
    breaks: ['TRANSPORT-NOT-FOUND'],
    text: 'A path that names nothing is answered with 200 and a page.',
    wire: onStatus(404, (wire, { endpoint }) =>
      endpoint === null
        ? replyOf(wire, 200, 'text/html; charset=utf-8', '<!DOCTYPE html><title>Welcome</title>')
        : wire,
    ),
  },
  {
    id: 'unknown-path-400',
    endpoint: '*',
    breaks: ['TRANSPORT-NOT-FOUND'],
    text: 'A path that names nothing is answered with 400.',
    wire: onStatus(404, (wire, { endpoint }) => (endpoint === null ? { ...wire, status: 400 } : wire)),
  },
  {
    id: 'wrong-method-400',
    endpoint: '*',
    breaks: ['TRANSPORT-METHOD', 'TRANSPORT-ALLOW'],
    text: 'A method that a resource does not take is answered with 400.',
    wire: onStatus(405, wire => ({ ...withoutHeader(wire, 'Allow'), status: 400 })),
  },
  {
    id: 'wrong-method-404',
    endpoint: '*',
    breaks: ['TRANSPORT-METHOD', 'TRANSPORT-ALLOW'],
    text: 'A method that a resource does not take is answered with 404.',
    wire: onStatus(405, wire => ({ ...withoutHeader(wire, 'Allow'), status: 404 })),
  },
  {
    id: 'wrong-method-without-allow',
    endpoint: '*',
    breaks: ['TRANSPORT-ALLOW'],
    text: 'An answer of 405 has no Allow header.',
    wire: onStatus(405, wire => withoutHeader(wire, 'Allow')),
  },
  {
    id: 'wrong-method-allows-it',
    endpoint: '*',
    breaks: ['TRANSPORT-ALLOW'],
    text: 'The Allow header of 405 names the method that was refused.',
    wire: onStatus(405, (wire, { method }) => withHeader(wire, 'Allow', `${method}, OPTIONS`)),
  },
  {
    id: 'options-refused',
    endpoint: '*',
    breaks: ['TRANSPORT-OPTIONS'],
    text: 'OPTIONS is answered with 405.',
    wire: onStatus(204, (wire, { method }) => (method === 'OPTIONS' ? { ...wire, status: 405 } : wire)),
  },
  {
    id: 'options-needs-token',
    endpoint: '*',
    breaks: ['TRANSPORT-OPTIONS'],
    text: 'OPTIONS is answered with 401 to a caller without a token.',
    wire: onStatus(204, (wire, { method, headers }) =>
      method === 'OPTIONS' && !headers.has('authorization') ? { ...wire, status: 401 } : wire,
    ),
  },
  {
    id: 'options-without-origin',
    endpoint: '*',
    breaks: ['TRANSPORT-OPTIONS'],
    text: 'The answer to OPTIONS has no Access-Control-Allow-Origin.',
    wire: onStatus(204, wire => withoutHeader(wire, 'Access-Control-Allow-Origin')),
  },
  {
    id: 'options-without-allow',
    endpoint: '*',
    breaks: ['TRANSPORT-OPTIONS'],
    text: 'The answer to OPTIONS has no Allow header.',
    wire: onStatus(204, wire => withoutHeader(wire, 'Allow')),
  },
  {
    id: 'options-allows-another-origin',
    endpoint: '*',
    breaks: ['TRANSPORT-OPTIONS'],
    text: 'The answer to OPTIONS allows an origin that did not ask.',
    wire: onStatus(204, wire => withHeader(wire, 'Access-Control-Allow-Origin', 'https://another-origin.example')),
  },
  {
    id: 'unacceptable-refused-as-400',
    endpoint: '*',
    breaks: ['TRANSPORT-NOT-ACCEPTABLE'],
    text: 'A format that a resource does not have is refused with 400.',
    wire: onStatus(406, (wire, { endpoint }) =>
      endpoint === 'Account/CreateWebForm' ? wire : { ...wire, status: 400 },
    ),
  },
];
