import type { WebFormPolicies } from '../policies/web-form.ts';
import { onStatus, replyOf, withHeader, withoutHeader } from './changes.ts';
import type { Fault } from './fault.ts';

const ENDPOINT = 'Account/CreateWebForm';

const form = (id: string, text: string, breaks: readonly string[], change: Partial<WebFormPolicies>): Fault => ({
  id,
  endpoint: ENDPOINT,
  breaks,
  text,
  policies: () => ({ webForm: change }),
});

/** What goes wrong when people create accounts in a browser. */
export const webForm: readonly Fault[] = [
  form('web-form-takes-any-proof', 'Any text is taken for the proof of a human user.', ['WEBFORM-PROOF'], {
    proven: () => true,
  }),
  form('web-form-takes-long-proofs', 'Any text of more than five characters is taken for a proof.', ['WEBFORM-PROOF'], {
    proven: (given, wanted) => given === wanted || given.length > 5,
  }),
  form('web-form-refuses-proofs', 'No proof is good enough.', ['WEBFORM-REDIRECT', 'WEBFORM-DISABLED'], {
    proven: () => false,
  }),
  {
    id: 'web-form-needs-no-proof',
    endpoint: ENDPOINT,
    breaks: ['WEBFORM-PROOF'],
    text: 'The proof may be left out.',
    policies: ({ access }) => ({
      access: {
        json: resource =>
          resource.endpoint === ENDPOINT
            ? (access.json(resource)?.replace('Required(Str(PRecaptcha))', 'Optional(Str(PRecaptcha))') ?? null)
            : access.json(resource),
      },
      webForm: { proven: (given, wanted) => given === '' || given === wanted, needsProof: false },
    }),
  },
  form('web-form-takes-json', 'The data may be posted as JSON.', ['WEBFORM-FORM'], { formOnly: false }),
  form('web-form-redirects-to-script', 'The browser may be sent to a javascript address.', ['WEBFORM-REDIRECT'], {
    redirectionProblem: () => null,
  }),
  form('web-form-redirects-elsewhere', 'The browser is always sent to the page of the vendor.', ['WEBFORM-REDIRECT'], {
    location: () => 'https://vendor.example/',
  }),
  form('web-form-redirects-without-query', 'The query of RedirectionUrl is lost.', ['WEBFORM-REDIRECT'], {
    location: url => url.split('?')[0] ?? url,
  }),
  form(
    'web-form-redirects-to-path',
    'The browser is sent to the path of RedirectionUrl on the host itself.',
    ['WEBFORM-REDIRECT'],
    {
      location: url => new URL(url).pathname,
    },
  ),
  {
    id: 'web-form-header-injection',
    endpoint: ENDPOINT,
    breaks: ['WEBFORM-REDIRECT'],
    text: 'A line break in RedirectionUrl begins another header.',
    policies: () => ({ webForm: { redirectionProblem: () => null } }),
    wire: onStatus(303, wire => {
      const location = decodeURIComponent(wire.headers.find(([name]) => name === 'Location')?.[1] ?? '');
      const [first = '', ...lines] = location.split(/\r\n|\r|\n/);
      const injected = lines.flatMap(line =>
        line.includes(':')
          ? [[line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const]
          : [],
      );
      const kept = withHeader(wire, 'Location', encodeURI(first));
      return { ...kept, headers: [...kept.headers, ...injected] };
    }),
  },
  {
    id: 'web-form-answers-without-redirect',
    endpoint: ENDPOINT,
    breaks: ['WEBFORM-REDIRECT'],
    text: 'Success is answered with a page instead of a redirection.',
    wire: onStatus(303, wire =>
      withoutHeader(
        replyOf(wire, 200, 'text/html; charset=utf-8', '<!DOCTYPE html><title>Created</title>'),
        'Location',
      ),
    ),
  },
  {
    id: 'web-form-redirects-permanently',
    endpoint: ENDPOINT,
    breaks: ['WEBFORM-REDIRECT'],
    text: 'Success is answered with 308, which makes the browser post the password to the other page.',
    wire: onStatus(303, wire => ({ ...wire, status: 308 })),
  },
  {
    id: 'web-form-without-session',
    endpoint: ENDPOINT,
    breaks: ['WEBFORM-SESSION', 'SESSION-ACCOUNT'],
    text: 'The answer sets no session cookie.',
    wire: onStatus(303, wire => withoutHeader(wire, 'Set-Cookie')),
  },
  {
    id: 'web-form-enables-at-once',
    endpoint: ENDPOINT,
    breaks: ['WEBFORM-DISABLED'],
    text: 'An account from the form may be used at once.',
    policies: () => ({ accounts: { enabledAtOnce: endpoint => endpoint === ENDPOINT } }),
  },
  {
    id: 'web-form-mails-nothing',
    endpoint: ENDPOINT,
    breaks: ['WEBFORM-DISABLED'],
    text: 'No code is mailed for an account from the form.',
    policies: ({ letters: { dispatch } }) => ({
      letters: { dispatch: letter => (letter.cause === ENDPOINT ? [] : dispatch(letter)) },
    }),
  },
  {
    id: 'session-fixation',
    endpoint: ENDPOINT,
    breaks: ['WEBFORM-SESSION', 'SESSION-REFUSES'],
    text: 'A session id that the caller made up is taken over.',
    policies: () => ({ sessions: { adopts: () => true } }),
  },
  {
    id: 'session-token-for-everyone',
    endpoint: 'Account/GetSessionToken',
    breaks: ['SESSION-REFUSES'],
    text: 'A caller without a session gets the token of the account that was created last with the form.',
    policies: () => ({
      sessions: { creator: (own, sessions) => own ?? sessions.all().findLast(({ earned }) => earned !== null) },
    }),
  },
  {
    id: 'session-token-made-up',
    endpoint: 'Account/GetSessionToken',
    breaks: ['SESSION-REFUSES'],
    text: 'A caller without a session is answered with 200 and an empty object.',
    wire: onStatus(403, wire => replyOf(wire, 200, 'application/json; charset=utf-8', '{}')),
  },
  {
    id: 'session-token-for-nobody',
    endpoint: 'Account/GetSessionToken',
    breaks: ['SESSION-ACCOUNT'],
    text: 'The session of a successful form gets no token.',
    policies: () => ({ sessions: { creator: () => undefined } }),
  },
];
