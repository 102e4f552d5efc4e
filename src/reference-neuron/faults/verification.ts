import type { VerificationPolicies } from '../policies/verification.ts';
import { onStatus, replyOf } from './changes.ts';
import { verification as decided } from './decisions.ts';
import type { Fault } from './fault.ts';

const verification = (
  id: string,
  text: string,
  breaks: readonly string[],
  change: (correct: VerificationPolicies) => Partial<VerificationPolicies>,
  more: Partial<Fault> = {},
): Fault => ({ ...decided(id, 'Account/VerifyEMail', text, breaks, change), ...more });

/** What goes wrong when codes come back. */
export const verifying: readonly Fault[] = [
  verification(
    'verify-takes-any-code',
    'Any code verifies an address.',
    ['VERIFY-WRONG-CODE', 'VERIFY-OWN-CODE'],
    () => ({ agree: () => true }),
  ),
  verification(
    'verify-takes-any-number',
    'Any six digits verify an address.',
    ['VERIFY-WRONG-CODE', 'VERIFY-OWN-CODE'],
    () => ({ agree: (_, given) => /^\d{6}$/.test(given) }),
  ),
  verification(
    'verify-compares-first-digits',
    'Only the first two digits of a code are compared.',
    ['VERIFY-WRONG-CODE'],
    () => ({ agree: (waiting, given) => waiting.slice(0, 2) === given.slice(0, 2) }),
  ),
  verification(
    'verify-compares-last-digits',
    'Only the last three digits of a code are compared.',
    ['VERIFY-WRONG-CODE'],
    () => ({ agree: (waiting, given) => waiting.slice(3) === given.slice(3) }),
  ),
  verification('verify-takes-neighbours', 'A code that is off by one is taken.', ['VERIFY-WRONG-CODE'], () => ({
    agree: (waiting, given) => Math.abs(Number(waiting) - Number(given)) <= 1,
  })),
  verification(
    'verify-takes-codes-of-others',
    "Another account's code verifies an address.",
    ['VERIFY-OWN-CODE'],
    () => ({ agree: (_, given, all) => all.includes(given) }),
  ),
  verification('verify-takes-code-twice', 'A code works more than once.', ['VERIFY-ONCE'], () => ({
    spends: () => false,
  })),
  verification(
    'verify-takes-digits-in-any-order',
    'The digits of a code may come in any order.',
    ['VERIFY-WRONG-CODE'],
    () => ({
      agree: (waiting, given) => [...waiting].sort().join('') === [...given.padStart(6, '0')].sort().join(''),
    }),
  ),
  verification('verify-enables-nothing', 'A verified account stays disabled.', ['VERIFY-ENABLES'], () => ({
    completes: () => false,
  })),
  verification(
    'verify-forgets-phone',
    'An account with a phone number is enabled by its e-mail address alone.',
    ['CREATE-PHONE', 'CREATE-DISABLED'],
    () => ({
      completes: ({ eMailVerified }) => eMailVerified !== null,
    }),
  ),
  {
    id: 'verify-names-another-user',
    endpoint: 'Account/VerifyEMail',
    breaks: ['VERIFY-ENABLES'],
    text: 'The answer names a user who does not exist.',
    answer: value => ({ ...value, userName: `${String(value.userName)}.other` }),
  },
  {
    id: 'verify-names-another-address',
    endpoint: 'Account/VerifyEMail',
    breaks: ['VERIFY-ENABLES'],
    text: 'The answer names another address than was verified.',
    answer: value => ({ ...value, eMail: 'somebody@mail.example' }),
  },
  {
    id: 'verify-says-ok-to-wrong-code',
    endpoint: 'Account/VerifyEMail',
    breaks: ['VERIFY-WRONG-CODE', 'VERIFY-OWN-CODE', 'REQUEST-REFUSED'],
    text: 'A wrong code is answered with 200, although it verifies nothing.',
    wire: onStatus(400, wire =>
      replyOf(wire, 200, 'application/json; charset=utf-8', '{"eMail":"unknown@mail.example","userName":"unknown"}'),
    ),
  },
  verification(
    'resend-for-verified',
    'Codes are sent again for an address that is verified.',
    ['RESEND-VERIFIED'],
    () => ({ resends: (_, named) => named }),
    { endpoint: 'Account/ResendVerificationCodes' },
  ),
  {
    id: 'resend-acknowledges-anything',
    endpoint: 'Account/ResendVerificationCodes',
    breaks: ['RESEND-VERIFIED'],
    text: 'Resending for a verified address is acknowledged, although nothing is sent.',
    wire: onStatus(400, wire => replyOf(wire, 200, 'application/json; charset=utf-8', '{}')),
  },
  {
    id: 'info-shows-unverified-address',
    endpoint: 'Account/Info',
    breaks: ['INFO-DISABLED'],
    text: 'Info shows the address of a disabled account as verified.',
    answer: (value, { caller }) =>
      caller === null || caller.account.enabled
        ? value
        : { ...value, eMail: caller.account.eMail, eMailVerified: new Date(caller.account.created) },
  },
  {
    id: 'info-names-another-user',
    endpoint: 'Account/Info',
    breaks: ['INFO-OWN-ACCOUNT'],
    text: 'Info names a user who does not exist.',
    answer: value => ({ ...value, userName: `${String(value.userName)}.other` }),
  },
  {
    id: 'info-names-another-address',
    endpoint: 'Account/Info',
    breaks: ['INFO-OWN-ACCOUNT'],
    text: 'Info shows an address that is not the account’s.',
    answer: value => (value.eMail === null ? value : { ...value, eMail: 'somebody@mail.example' }),
  },
  {
    id: 'info-hides-address',
    endpoint: 'Account/Info',
    breaks: ['INFO-OWN-ACCOUNT'],
    text: 'Info hides the verified address of an enabled account.',
    answer: value => ({ ...value, eMail: null, eMailVerified: null }),
  },
];
