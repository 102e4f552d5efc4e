import type { Fault } from './fault.ts';
import { made, sendsOther, tested } from './token-changes.ts';

/** Tokens that open what they should not, or nothing. */
export const tokenTests: readonly Fault[] = [
  tested('token-never-expires', 'expired', 'A token works after its end.', [
    'TOKEN-EXPIRES',
    'JWT-REFUSES',
    'REFRESH-VALID-TOKEN',
  ]),
  tested(
    'token-expires-with-leeway',
    'expired',
    'A token works for five minutes after its end.',
    ['TOKEN-EXPIRES', 'JWT-REFUSES', 'REFRESH-VALID-TOKEN'],
    correct => (token, context) => correct.refuses(token, { ...context, now: context.now - 300 }),
  ),
  tested(
    'refresh-of-expired-token',
    'expired',
    'Refresh takes a token that has ended.',
    ['REFRESH-VALID-TOKEN', 'TOKEN-EXPIRES'],
    correct => (token, context) => context.endpoint !== 'Account/Refresh' && correct.refuses(token, context),
  ),
  tested(
    'pop-with-expired-token',
    'expired',
    'PopMessages takes a token that has ended.',
    ['TOKEN-EXPIRES'],
    correct => (token, context) => context.endpoint !== 'Xmpp/PopMessages' && correct.refuses(token, context),
  ),
  tested('token-signature-unchecked', 'signature', 'The signature of a token is not checked.', [
    'TOKEN-ALTERED',
    'JWT-REFUSES',
    'REFRESH-VALID-TOKEN',
  ]),
  tested(
    'token-signature-half-checked',
    'signature',
    'Only the length of the signature is checked.',
    ['TOKEN-ALTERED', 'JWT-REFUSES'],
    () => token => token.signature.length !== 43,
  ),
  tested(
    'authenticate-jwt-trusts-signatures',
    'signature',
    'AuthenticateJwt does not check the signature.',
    ['JWT-REFUSES', 'TOKEN-ALTERED'],
    correct => (token, context) => context.endpoint !== 'Account/AuthenticateJwt' && correct.refuses(token, context),
  ),
  {
    id: 'token-unsigned-accepted',
    endpoint: '*',
    breaks: ['TOKEN-ALTERED', 'JWT-REFUSES'],
    text: 'A token whose header says that it is not signed is taken without a signature.',
    policies: ({ tokens: { checks } }) => ({
      tokens: {
        checks: checks.map(check => {
          if (check.name === 'algorithm') return { ...check, refuses: () => false };
          if (check.name !== 'signature') return check;
          return {
            ...check,
            refuses: (token, context) => token.algorithm?.toLowerCase() !== 'none' && check.refuses(token, context),
          };
        }),
      },
    }),
  },
  tested('logout-without-effect', 'revoked', 'Tokens that were logged out or refreshed still work everywhere.', [
    'LOGOUT-REVOKES',
    'REFRESH-REPLACES',
    'JWT-REFUSES',
  ]),
  made(
    'logout-revokes-nothing',
    'A token still works after it was logged out.',
    ['LOGOUT-REVOKES', 'JWT-REFUSES'],
    () => ({ revokedByLogout: false }),
  ),
  tested(
    'logged-out-token-sends',
    'revoked',
    'A token that was logged out still sends messages.',
    ['LOGOUT-REVOKES'],
    correct => (token, context) => context.endpoint !== 'Xmpp/SendTextMessage' && correct.refuses(token, context),
  ),
  tested(
    'logged-out-token-pops',
    'revoked',
    'A token that was logged out still pops messages.',
    ['LOGOUT-REVOKES'],
    correct => (token, context) => context.endpoint !== 'Xmpp/PopMessages' && correct.refuses(token, context),
  ),
  tested(
    'logged-out-token-refreshes',
    'revoked',
    'A token that was logged out can be refreshed.',
    ['LOGOUT-REVOKES', 'REFRESH-VALID-TOKEN'],
    correct => (token, context) => context.endpoint !== 'Account/Refresh' && correct.refuses(token, context),
  ),
  tested(
    'logged-out-token-authentic',
    'revoked',
    'AuthenticateJwt calls a token valid that was logged out.',
    ['LOGOUT-REVOKES', 'JWT-REFUSES'],
    correct => (token, context) => context.endpoint !== 'Account/AuthenticateJwt' && correct.refuses(token, context),
  ),
  {
    ...made(
      'logout-forgotten-by-restart',
      'A token that was logged out works again after a restart.',
      ['LOGOUT-REVOKES'],
      () => ({ revocationLasts: false }),
    ),
    needs: 'restart',
  },
  made(
    'token-opens-newest-account',
    'Every token opens the account that was created last.',
    ['TOKEN-BEARER', 'INFO-OWN-ACCOUNT', 'VERIFY-ENABLES'],
    () => ({
      account: (named, accounts) => (named === undefined ? undefined : accounts.all().at(-1)),
    }),
  ),
  made(
    'token-opens-oldest-account',
    'Every token opens the account that was created first.',
    ['TOKEN-BEARER', 'INFO-OWN-ACCOUNT', 'VERIFY-ENABLES'],
    () => ({
      account: (named, accounts) => (named === undefined ? undefined : accounts.all().at(0)),
    }),
  ),
  sendsOther('create', 'Account/Create', ['CREATE-LOGS-IN', 'VERIFY-ENABLES']),
  sendsOther('login', 'Account/Login', ['LOGIN-TOKEN', 'TOKEN-BEARER', 'INFO-OWN-ACCOUNT']),
  sendsOther('refresh', 'Account/Refresh', ['REFRESH-NEW-TOKEN']),
  {
    id: 'refresh-returns-same-token',
    endpoint: 'Account/Refresh',
    breaks: ['REFRESH-NEW-TOKEN'],
    text: 'Refresh answers with the token that it was called with, which goes on working.',
    policies: () => ({ tokens: { revokedByRefresh: false } }),
    answer: (value, { caller }) => ({ ...value, jwt: caller?.token?.text ?? null }),
  },
  {
    id: 'refresh-returns-dead-token',
    endpoint: 'Account/Refresh',
    breaks: ['REFRESH-NEW-TOKEN'],
    text: 'Refresh answers with the token that it has just made worthless.',
    answer: (value, { caller }) => ({ ...value, jwt: caller?.token?.text ?? null }),
  },
  {
    id: 'disabled-account-opens-everything',
    endpoint: '*',
    breaks: ['TOKEN-DISABLED', 'CREATE-DISABLED'],
    text: 'The token of an account that is not verified opens every endpoint.',
    policies: () => ({ access: { enabledOnly: () => false } }),
  },
  {
    id: 'disabled-account-sends',
    endpoint: 'Xmpp/SendTextMessage',
    breaks: ['TOKEN-DISABLED', 'CREATE-DISABLED'],
    text: 'An account that is not verified can send text messages.',
    policies: ({ access }) => ({
      access: { enabledOnly: resource => resource.endpoint !== 'Xmpp/SendTextMessage' && access.enabledOnly(resource) },
    }),
  },
];
