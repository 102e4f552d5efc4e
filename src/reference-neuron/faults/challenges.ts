import { onStatus, replyOf, slug, withHeader, withoutHeader } from './changes.ts';
import type { Fault } from './fault.ts';

/** An endpoint that answers a caller without any token. */
const open = (endpoint: string, json: string): Fault => ({
  id: `${slug(endpoint)}-needs-no-token`,
  endpoint,
  breaks: ['ERROR-UNAUTHENTICATED'],
  text: 'A caller without a token is answered with 200.',
  wire: onStatus(401, (wire, { headers }) =>
    headers.has('authorization')
      ? wire
      : withoutHeader(replyOf(wire, 200, 'application/json; charset=utf-8', json), 'WWW-Authenticate'),
  ),
});

/** Another answer to callers whom the host does not know. */
export const challenges: readonly Fault[] = [
  open('Account/Info', '{"userName":"guest","created":1700000000}'),
  open('Account/Logout', '{}'),
  open('Account/Refresh', '{"jwt":"e30.e30.e30","expires":1700000000}'),
  open('Xmpp/PopMessages', '{"Messages":[]}'),
  open('Xmpp/ClearMessages', '{"count":0}'),
  open('Xmpp/SendTextMessage', '{"sent":true,"id":"guest-1"}'),
  open('Xmpp/GetRoster', '{"RosterItems":[]}'),
  open('Account/RemoteReferences', '{"References":[]}'),
  {
    id: 'unknown-callers-forbidden',
    endpoint: '*',
    breaks: ['ERROR-UNAUTHENTICATED', 'ERROR-CHALLENGE'],
    text: 'A caller without a token is refused with 403, without a challenge.',
    wire: onStatus(401, wire => ({ ...withoutHeader(wire, 'WWW-Authenticate'), status: 403 })),
  },
  {
    id: 'unknown-callers-redirected',
    endpoint: '*',
    breaks: ['ERROR-UNAUTHENTICATED', 'ERROR-CHALLENGE'],
    text: 'A caller without a token is sent to a log-in page.',
    wire: onStatus(401, wire =>
      withHeader({ ...withoutHeader(wire, 'WWW-Authenticate'), status: 302 }, 'Location', '/Login.md'),
    ),
  },
  {
    id: 'unknown-callers-not-found',
    endpoint: '*',
    breaks: ['ERROR-UNAUTHENTICATED', 'ERROR-CHALLENGE'],
    text: 'To a caller without a token a resource does not exist.',
    wire: onStatus(401, wire => ({ ...withoutHeader(wire, 'WWW-Authenticate'), status: 404 })),
  },
  {
    id: 'no-challenge',
    endpoint: '*',
    breaks: ['ERROR-CHALLENGE'],
    text: 'An answer of 401 has no WWW-Authenticate.',
    wire: onStatus(401, wire => withoutHeader(wire, 'WWW-Authenticate')),
  },
  {
    id: 'challenge-for-basic',
    endpoint: '*',
    breaks: ['ERROR-CHALLENGE'],
    text: 'An endpoint that takes tokens asks for a user name and password.',
    wire: onStatus(401, wire => withHeader(wire, 'WWW-Authenticate', 'Basic realm="Neuron"')),
  },
  {
    id: 'challenge-without-realm',
    endpoint: '*',
    breaks: ['ERROR-CHALLENGE'],
    text: 'The challenge names no realm.',
    wire: onStatus(401, wire => withHeader(wire, 'WWW-Authenticate', 'Bearer')),
  },
  {
    id: 'expired-token-forbidden',
    endpoint: 'Account/Info',
    breaks: ['TOKEN-EXPIRES', 'TOKEN-ALTERED', 'ERROR-UNAUTHENTICATED', 'ERROR-CHALLENGE'],
    text: 'Info refuses a token that is not good with 400.',
    wire: onStatus(401, (wire, { headers }) =>
      headers.has('authorization') ? { ...withoutHeader(wire, 'WWW-Authenticate'), status: 400 } : wire,
    ),
  },
  {
    id: 'domain-info-needs-token',
    endpoint: 'Account/DomainInfo',
    breaks: ['DOMAIN-INFO-ANONYMOUS'],
    text: 'DomainInfo asks for a token.',
    policies: ({ access }) => ({
      access: {
        scheme: (resource, dialect) =>
          resource.endpoint === 'Account/DomainInfo' ? 'bearer' : access.scheme(resource, dialect),
      },
    }),
  },
  {
    id: 'www-login-without-challenge',
    endpoint: 'Account/WwwLogin',
    breaks: ['WWWLOGIN-CHALLENGE', 'ERROR-CHALLENGE'],
    text: 'WwwLogin does not tell how to authenticate.',
    wire: onStatus(401, wire => withoutHeader(wire, 'WWW-Authenticate')),
  },
  {
    id: 'www-login-refuses-with-403',
    endpoint: 'Account/WwwLogin',
    breaks: ['WWWLOGIN-CHALLENGE'],
    text: 'WwwLogin refuses a call without credentials with 403.',
    wire: onStatus(401, wire => ({ ...withoutHeader(wire, 'WWW-Authenticate'), status: 403 })),
  },
];
