import type { Fault } from './fault.ts';

/** Blocking too early, too long or never. */
export const auditing: readonly Fault[] = [
  {
    id: 'audit-blocks-after-one',
    endpoint: '*',
    breaks: ['AUDIT-RESET'],
    text: 'One failed log-in blocks the address for an hour.',
    needs: 'lock-out',
    policies: () => ({ audit: { levels: () => [{ failures: 1, seconds: 3_600 }] } }),
  },
  {
    id: 'audit-blocks-after-three',
    endpoint: '*',
    breaks: ['AUDIT-RESET'],
    text: 'Three failed log-ins in a row block the address.',
    needs: 'lock-out',
    policies: () => ({ audit: { levels: () => [{ failures: 3, seconds: 3_600 }] } }),
  },
  {
    id: 'audit-never-resets',
    endpoint: '*',
    breaks: ['AUDIT-RESET'],
    text: 'A good log-in does not reset the count of failures.',
    needs: 'lock-out',
    policies: () => ({ audit: { resets: () => false } }),
  },
  {
    id: 'audit-counts-nothing',
    endpoint: '*',
    breaks: ['AUDIT-TEMPORARY', 'AUDIT-PERMANENT', 'AUDIT-SCHEDULE'],
    text: 'No failure is counted.',
    needs: 'lock-out',
    policies: () => ({ audit: { counts: () => false } }),
  },
  {
    id: 'audit-forgets-codes',
    endpoint: 'Account/VerifyEMail',
    breaks: ['AUDIT-CODES'],
    text: 'Wrong verification codes are not counted.',
    needs: 'lock-out',
    policies: () => ({ audit: { counts: event => event !== 'code' } }),
  },
  {
    id: 'audit-forgets-tokens',
    endpoint: '*',
    breaks: ['AUDIT-TOKENS'],
    text: 'Refused tokens are not counted.',
    needs: 'lock-out',
    policies: () => ({ audit: { counts: event => event !== 'token' } }),
  },
  {
    id: 'audit-of-all-addresses-together',
    endpoint: '*',
    breaks: ['AUDIT-ADDRESS'],
    text: 'Failures of all addresses are counted together.',
    needs: 'lock-out',
    policies: () => ({ audit: { subject: () => 'everyone' } }),
  },
  {
    id: 'audit-blocks-for-a-minute',
    endpoint: '*',
    breaks: ['AUDIT-SCHEDULE'],
    text: 'Every block ends after a minute.',
    needs: 'lock-out',
    policies: () => ({
      audit: { levels: configured => configured.map(({ failures }) => ({ failures, seconds: 60 })) },
    }),
  },
];
