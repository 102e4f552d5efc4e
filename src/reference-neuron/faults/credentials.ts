import type { SignaturePolicies } from '../policies/signing.ts';
import { onStatus, replyOf } from './changes.ts';
import type { Fault } from './fault.ts';

const signature = (
  id: string,
  endpoint: string,
  text: string,
  breaks: readonly string[],
  change: Partial<SignaturePolicies>,
): Fault => ({
  id,
  endpoint,
  breaks,
  text,
  policies: () => ({ signatures: change }),
});

/** Log-ins that tell too much or ask too little. */
export const credentials: readonly Fault[] = [
  signature(
    'login-tells-unknown-user',
    'Account/Login',
    'Login says that a user does not exist.',
    ['LOGIN-INDISTINGUISHABLE'],
    {
      refusal: (known, usual) => ({ status: 403, text: known ? usual : 'There is no such user.' }),
    },
  ),
  signature(
    'login-tells-unknown-user-by-status',
    'Account/Login',
    'Login refuses an unknown user with another status.',
    ['LOGIN-INDISTINGUISHABLE'],
    {
      refusal: (known, usual) => ({ status: known ? 403 : 404, text: usual }),
    },
  ),
  signature(
    'login-tells-wrong-password',
    'Account/Login',
    'Login says that the password is wrong.',
    ['LOGIN-INDISTINGUISHABLE'],
    {
      refusal: (known, usual) => ({ status: 403, text: known ? 'The password is wrong.' : usual }),
    },
  ),
  signature('www-login-password-unchecked', 'Account/WwwLogin', 'WwwLogin takes any password.', ['WWWLOGIN-TOKEN'], {
    password: () => true,
  }),
  signature(
    'www-login-password-case-folded',
    'Account/WwwLogin',
    'WwwLogin compares passwords without regard to case.',
    ['WWWLOGIN-TOKEN'],
    {
      password: (expected, given) => expected.toLowerCase() === given.toLowerCase(),
    },
  ),
  signature('www-login-refuses-everyone', 'Account/WwwLogin', 'WwwLogin takes no password.', ['WWWLOGIN-TOKEN'], {
    password: () => false,
  }),
  {
    id: 'quick-login-without-session',
    endpoint: 'Account/QuickLogin',
    breaks: ['QUICKLOGIN-SESSION'],
    text: 'QuickLogin gives a caller without a session the token of the first account.',
    policies: () => ({ sessions: { quickLogin: (_, accounts) => accounts.all()[0]?.userName ?? null } }),
  },
  {
    id: 'quick-login-succeeds-empty',
    endpoint: 'Account/QuickLogin',
    breaks: ['QUICKLOGIN-SESSION'],
    text: 'QuickLogin answers a caller without a session with 200 and nothing.',
    wire: onStatus(403, wire => replyOf(wire, 200, 'application/json; charset=utf-8', '{}')),
  },
  {
    id: 'recover-tells',
    endpoint: 'Account/Recover',
    breaks: ['RECOVER-SILENT'],
    text: 'Recover answers 404 where there is nothing to recover.',
    policies: () => ({ recovery: { tells: true } }),
  },
  {
    id: 'recover-tells-by-header',
    endpoint: 'Account/Recover',
    breaks: ['RECOVER-SILENT', 'ANSWER-SCHEMA'],
    text: 'Recover answers with a page instead of an empty object.',
    wire: onStatus(200, wire =>
      replyOf(wire, 200, 'text/html; charset=utf-8', '<!DOCTYPE html><title>Recovery</title>'),
    ),
  },
  {
    id: 'recover-mails-nothing',
    endpoint: 'Account/Recover',
    breaks: ['RECOVER-MAILS'],
    text: 'Recover mails nothing.',
    policies: () => ({ recovery: { recipient: () => null } }),
  },
  {
    id: 'recover-mails-elsewhere',
    endpoint: 'Account/Recover',
    breaks: ['RECOVER-MAILS'],
    text: 'Recover mails to another mailbox of the domain.',
    policies: () => ({ recovery: { recipient: ({ eMail }) => `webmaster@${eMail.split('@')[1] ?? ''}` } }),
  },
  {
    id: 'recover-needs-nothing',
    endpoint: 'Account/Recover',
    breaks: ['RECOVER-NEEDS'],
    text: 'Recover takes a request that names nobody.',
    policies: () => ({ recovery: { missing: () => null } }),
  },
  {
    id: 'recover-needs-no-contact',
    endpoint: 'Account/Recover',
    breaks: ['RECOVER-NEEDS'],
    text: 'Recover takes a request without an address or a number.',
    policies: ({ recovery: { missing } }) => ({
      recovery: { missing: has => missing(member => member === 'eMail' || has(member)) },
    }),
  },
  {
    id: 'recover-needs-no-country',
    endpoint: 'Account/Recover',
    breaks: ['RECOVER-NEEDS'],
    text: 'Recover takes a personal number without a country.',
    policies: ({ recovery: { missing } }) => ({
      recovery: { missing: has => missing(member => member === 'country' || has(member)) },
    }),
  },
];
