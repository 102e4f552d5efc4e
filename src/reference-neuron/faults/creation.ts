import type { AccountPolicies } from '../policies/accounts.ts';
import { onStatus, withHeader } from './changes.ts';
import type { Fault } from './fault.ts';

const account = (
  id: string,
  text: string,
  breaks: readonly string[],
  change: (correct: AccountPolicies) => Partial<AccountPolicies>,
  more: Partial<Fault> = {},
): Fault => ({
  id,
  endpoint: 'Account/Create',
  breaks,
  text,
  policies: ({ accounts }) => ({ accounts: change(accounts) }),
  ...more,
});

const alternatives = (id: string, text: string, names: (userName: string) => readonly string[]): Fault =>
  account(id, text, ['CREATE-ALTERNATIVES'], () => ({ alternatives: names }));

const ALTERNATIVE = /^x-alternativename/i;

/** What goes wrong when accounts are made. */
export const creation: readonly Fault[] = [
  account('create-enables-at-once', 'A new account may be used at once.', ['CREATE-DISABLED'], () => ({
    enabledAtOnce: endpoint => endpoint === 'Account/Create',
  })),
  {
    id: 'create-says-enabled',
    endpoint: 'Account/Create',
    breaks: ['CREATE-DISABLED'],
    text: 'The answer says that the new account is enabled, which it is not.',
    answer: value => ({ ...value, enabled: true }),
  },
  account(
    'login-before-verification',
    'An account that is not verified can log in.',
    ['LOGIN-DISABLED'],
    () => ({ mayLogIn: () => true }),
    { endpoint: 'Account/Login' },
  ),
  account('create-takes-at-sign', 'A user name may contain @.', ['CREATE-USER-NAME'], ({ nameProblem }) => ({
    nameProblem: (userName, dialect) => nameProblem(userName.replaceAll('@', ''), dialect),
  })),
  account(
    'create-breaks-on-other-scripts',
    'A name in another script than Latin ends in an error of the host.',
    ['CREATE-NAME-FORMS'],
    ({ nameProblem }) => ({
      nameProblem: (userName, dialect) => {
        if (/[^\x20-\x7e]/.test(userName)) throw new Error('Unexpected character.');
        return nameProblem(userName, dialect);
      },
    }),
  ),
  account(
    'create-replaces-account',
    'Creating an account whose name is taken replaces the account.',
    ['CREATE-ALTERNATIVES'],
    () => ({ again: () => 'replace' }),
  ),
  account(
    'create-logs-anyone-in',
    'Creating an account whose name is taken is a log-in with any password.',
    ['CREATE-ALTERNATIVES'],
    () => ({
      again: ({ enabled }) => (enabled ? 'log-in' : 'refuse'),
    }),
  ),
  account(
    'create-replaces-own-account',
    'Creating an account again with its password makes a new one of its name.',
    ['CREATE-AGAIN'],
    ({ again }) => ({
      again: (known, password, dialect) => (again(known, password, dialect) === 'log-in' ? 'replace' : 'refuse'),
    }),
  ),
  {
    id: 'create-again-tells-new-time',
    endpoint: 'Account/Create',
    breaks: ['CREATE-AGAIN'],
    text: 'When creating an account again logs in, created is a minute later than before.',
    answer: value =>
      value.enabled === true && value.created instanceof Date
        ? { ...value, created: new Date(value.created.getTime() + 60_000) }
        : value,
  },
  alternatives('create-without-alternatives', 'No name is suggested for one that is taken.', () => []),
  alternatives('create-suggests-taken-name', 'The name that is taken is suggested.', userName => [
    userName,
    `${userName}1`,
  ]),
  alternatives(
    'create-suggests-same-name-in-capitals',
    'The name that is taken is suggested in capitals.',
    userName => [userName.toUpperCase()],
  ),
  alternatives('create-suggests-addresses', 'Names are suggested that Create refuses.', userName => [
    `${userName}@1`,
    `${userName}@2`,
  ]),
  alternatives('create-suggests-nothing', 'The suggested name is empty.', () => ['']),
  {
    id: 'create-suggests-without-number',
    endpoint: 'Account/Create',
    breaks: ['CREATE-ALTERNATIVES'],
    text: 'The header of a suggested name has no number.',
    wire: onStatus(403, wire => {
      const [first] = wire.headers.filter(([name]) => ALTERNATIVE.test(name));
      const bare = { ...wire, headers: wire.headers.filter(([name]) => !ALTERNATIVE.test(name)) };
      return first === undefined ? wire : withHeader(bare, 'X-AlternativeName', first[1]);
    }),
  },
  {
    id: 'create-suggests-in-body',
    endpoint: 'Account/Create',
    breaks: ['CREATE-ALTERNATIVES'],
    text: 'Suggested names stand in a header of another name.',
    wire: onStatus(403, wire => ({
      ...wire,
      headers: wire.headers.map(([name, value]) => [name.replace(ALTERNATIVE, 'X-Suggestion'), value] as const),
    })),
  },
  account(
    'quota-not-counted',
    'Accounts do not use up the quota of their key.',
    ['CREATE-QUOTA'],
    () => ({ charged: false }),
    { needs: 'quota' },
  ),
  account(
    'quota-one-too-many',
    'A key gives one account more than its quota.',
    ['CREATE-QUOTA'],
    () => ({ isExhausted: left => left < 0 }),
    { needs: 'quota' },
  ),
  account(
    'quota-ignored',
    'A key whose quota is used up still creates accounts.',
    ['CREATE-QUOTA'],
    () => ({ isExhausted: () => false }),
    { needs: 'quota' },
  ),
];
