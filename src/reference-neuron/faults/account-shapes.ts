import { missing, renamed, replaced } from './changes.ts';
import type { Fault } from './fault.ts';

/** Answers of the Account group that leave the notation. */
export const accountShapes: readonly Fault[] = [
  // DomainInfo
  missing('Account/DomainInfo', 'useEncryption'),
  renamed('Account/DomainInfo', 'useEncryption', 'encrypted'),
  replaced('Account/DomainInfo', 'useEncryption', 'null', () => null),
  replaced('Account/DomainInfo', 'domain', 'a list', domain => [domain]),

  // Create
  missing('Account/Create', 'created'),
  missing('Account/Create', 'enabled'),
  missing('Account/Create', 'canRelay'),
  missing('Account/Create', 'jwt', ['CREATE-LOGS-IN']),
  missing('Account/Create', 'expires'),
  renamed('Account/Create', 'jwt', 'token', ['CREATE-LOGS-IN']),
  renamed('Account/Create', 'enabled', 'Enabled'),
  replaced('Account/Create', 'canRelay', 'null', () => null),
  replaced('Account/Create', 'enabled', 'a word', () => 'not yet', ['ANSWER-SCHEMA', 'CREATE-DISABLED']),
  replaced('Account/Create', 'created', 'an object', created => ({ time: created })),
  {
    id: 'create-nested',
    endpoint: 'Account/Create',
    breaks: ['ANSWER-SCHEMA', 'CREATE-LOGS-IN'],
    text: 'The answer stands inside a member AccountCreated.',
    answer: value => ({ AccountCreated: value }),
  },

  // VerifyEMail and ResendVerificationCodes
  missing('Account/VerifyEMail', 'userName'),
  missing('Account/VerifyEMail', 'eMail'),
  renamed('Account/VerifyEMail', 'eMail', 'email'),
  replaced('Account/VerifyEMail', 'userName', 'null', () => null),

  // Login and WwwLogin
  missing('Account/Login', 'jwt', ['LOGIN-TOKEN']),
  missing('Account/Login', 'expires'),
  renamed('Account/Login', 'jwt', 'JWT', ['LOGIN-TOKEN']),
  replaced('Account/Login', 'expires', 'true', () => true),
  replaced('Account/Login', 'jwt', 'null', () => null, ['ANSWER-SCHEMA', 'LOGIN-TOKEN']),
  missing('Account/WwwLogin', 'jwt', ['WWWLOGIN-TOKEN']),
  missing('Account/WwwLogin', 'expires'),

  // Refresh
  missing('Account/Refresh', 'jwt', ['REFRESH-NEW-TOKEN']),
  missing('Account/Refresh', 'expires'),
  renamed('Account/Refresh', 'expires', 'expiry'),
  replaced('Account/Refresh', 'expires', 'a word', () => 'soon'),

  // Info
  missing('Account/Info', 'userName', ['INFO-OWN-ACCOUNT']),
  missing('Account/Info', 'created'),
  renamed('Account/Info', 'userName', 'username', ['INFO-OWN-ACCOUNT']),
  replaced('Account/Info', 'created', 'null', () => null),
  replaced('Account/Info', 'eMailVerified', 'true', () => true),
  replaced('Account/Info', 'updated', 'a word', () => 'yesterday'),

  // AuthenticateJwt
  missing('Account/AuthenticateJwt', 'header'),
  missing('Account/AuthenticateJwt', 'payload'),
  missing('Account/AuthenticateJwt', 'signature'),
  missing('Account/AuthenticateJwt', 'algorithm'),
  missing('Account/AuthenticateJwt', 'claims'),
  replaced('Account/AuthenticateJwt', 'expiration', 'a word', () => 'never'),
  replaced('Account/AuthenticateJwt', 'issuedAt', 'an object', issuedAt => ({ time: issuedAt })),
  replaced('Account/AuthenticateJwt', 'claims', 'null', () => null),

  // RemoteReferences and GetSessionToken
  replaced('Account/RemoteReferences', 'References', 'a word', () => 'none', [
    'ANSWER-SCHEMA',
    'REMOTE-REFERENCES-LIST',
  ]),
  replaced('Account/RemoteReferences', 'References', 'a list with an empty object', () => [{}], [
    'ANSWER-SCHEMA',
    'REMOTE-REFERENCES-LIST',
  ]),
  missing('Account/GetSessionToken', 'AccountCreated.jwt', ['SESSION-ACCOUNT']),
  missing('Account/GetSessionToken', 'AccountCreated.enabled', ['SESSION-ACCOUNT']),
  replaced('Account/GetSessionToken', 'seconds', 'zero', () => 0, ['ANSWER-SCHEMA', 'SESSION-ACCOUNT']),
];
