import type { Call } from '../call.ts';
import { text } from '../fields.ts';
import type { ValueObject } from '../value.ts';
import type { Fault } from './fault.ts';

const leak = (
  id: string,
  endpoint: string,
  what: string,
  answer: (value: ValueObject, call: Call) => ValueObject,
): Fault => ({
  id,
  endpoint,
  breaks: ['ANSWER-NO-SECRETS'],
  text: `The answer ${what}.`,
  answer,
});

/** Secrets that come back. */
export const leaks: readonly Fault[] = [
  leak('create-echoes-password', 'Account/Create', 'repeats the password', (value, { fields }) => ({
    ...value,
    password: text(fields, 'PPassword'),
  })),
  leak('create-echoes-api-key', 'Account/Create', 'repeats the API key', (value, { fields }) => ({
    ...value,
    apiKey: text(fields, 'PApiKey'),
  })),
  leak('create-tells-api-secret', 'Account/Create', 'tells the secret of the API key', (value, { fields, host }) => ({
    ...value,
    secret: host.apiKeys.find(text(fields, 'PApiKey'))?.secret ?? null,
  })),
  leak('login-tells-password', 'Account/Login', 'tells the password', (value, { fields, host }) => ({
    ...value,
    account: { password: host.accounts.find(text(fields, 'PUserName'))?.password ?? null },
  })),
  leak('info-tells-password', 'Account/Info', 'tells the password', (value, { caller }) => ({
    ...value,
    password: caller?.account.password ?? null,
  })),
  leak('info-tells-password-in-base64', 'Account/Info', 'tells the password in base64', (value, { caller }) => ({
    ...value,
    hash: Buffer.from(caller?.account.password ?? '').toString('base64'),
  })),
  leak(
    'info-tells-api-key',
    'Account/Info',
    'tells the API key that the account was made with',
    (value, { caller }) => ({ ...value, key: caller?.account.apiKey ?? null }),
  ),
  leak(
    'create-hides-password-in-message',
    'Account/Create',
    'has the password inside a sentence',
    (value, { fields }) => ({
      ...value,
      message: `Created with the password ${text(fields, 'PPassword')}.`,
    }),
  ),
  {
    id: 'create-password-in-header',
    endpoint: 'Account/Create',
    breaks: ['ANSWER-NO-SECRETS'],
    text: 'A header of the answer holds the password.',
    reply: (reply, { fields }) => ({
      ...reply,
      headers: [...reply.headers, ['X-Credentials', encodeURIComponent(text(fields, 'PPassword'))]],
    }),
  },
  {
    id: 'create-api-key-in-header',
    endpoint: 'Account/Create',
    breaks: ['ANSWER-NO-SECRETS'],
    text: 'A header of the answer holds the API key.',
    reply: (reply, { fields }) => ({ ...reply, headers: [...reply.headers, ['X-Api-Key', text(fields, 'PApiKey')]] }),
  },
  {
    id: 'create-password-in-cookie',
    endpoint: 'Account/Create',
    breaks: ['ANSWER-NO-SECRETS'],
    text: 'A cookie holds the password.',
    reply: (reply, { fields }) => ({
      ...reply,
      headers: [...reply.headers, ['Set-Cookie', `login=${encodeURIComponent(text(fields, 'PPassword'))}; Path=/`]],
    }),
  },
];
