import { describe, expect, test } from 'vitest';
import { listFaults } from '../../src/reference-neuron/index.ts';
import { complaintsOf, runSuites } from '../suites/support/run-suites.ts';

/** For each suite, deviations of a host that it has to find by itself, and the promise that it has to name. */
const KILLS: Readonly<Record<string, readonly (readonly [fault: string, requirement: string])[]>> = {
  transport: [
    ['info-needs-no-token', 'ERROR-UNAUTHENTICATED'],
    ['wrong-method-allows-it', 'TRANSPORT-ALLOW'],
    ['untyped-body-is-json', 'TRANSPORT-BODY-TYPE'],
    ['options-needs-token', 'TRANSPORT-OPTIONS'],
  ],
  login: [
    ['login-life-3601', 'LOGIN-SECONDS'],
    ['login-takes-unknown-members', 'REQUEST-CLOSED'],
  ],
  create: [
    ['create-suggests-taken-name', 'CREATE-ALTERNATIVES'],
    ['create-takes-at-sign', 'CREATE-USER-NAME'],
  ],
  tokens: [
    ['token-opens-newest-account', 'TOKEN-BEARER'],
    ['refresh-life-above-1', 'REFRESH-SECONDS'],
  ],
  sessions: [
    ['www-login-refuses-with-403', 'WWWLOGIN-CHALLENGE'],
    ['quick-login-without-session', 'QUICKLOGIN-SESSION'],
    ['recover-needs-no-country', 'RECOVER-NEEDS'],
  ],
  verification: [
    ['mail-languages-exchanged', 'CREATE-LANGUAGE'],
    ['resend-mails-dead-code', 'RESEND-PENDING'],
  ],
  phone: [
    ['sms-without-code', 'CREATE-PHONE'],
    ['resend-texts-unasked', 'RESEND-PARTIAL'],
  ],
  'web-form': [['web-form-takes-any-proof', 'WEBFORM-PROOF']],
  messaging: [
    ['message-normalised', 'POP-UNALTERED'],
    ['pop-loses-one', 'POP-MAX-COUNT'],
    ['formatted-without-html', 'SEND-FORMATTED-FORMS'],
  ],
  roster: [['roster-pages-overlap', 'ROSTER-PAGES']],
  formats: [['xml-without-namespace', 'NEGOTIATION-NAMESPACE']],
  'login-signatures': [
    ['signature-case-folded', 'SIGN-RECIPE'],
    ['login-host-ignored', 'SIGN-HOST'],
    ['login-tells-unknown-user', 'LOGIN-INDISTINGUISHABLE'],
  ],
  'create-signatures': [['nonce-per-endpoint', 'NONCE-EVERYWHERE']],
  'create-accounts': [['create-life-above-1', 'CREATE-SECONDS']],
  'token-laboratory': [
    ['token-expires-with-leeway', 'TOKEN-EXPIRES'],
    ['logged-out-token-authentic', 'LOGOUT-REVOKES'],
  ],
  'verification-codes': [
    ['verify-takes-neighbours', 'VERIFY-WRONG-CODE'],
    ['resend-for-verified', 'RESEND-VERIFIED'],
  ],
  'phone-codes': [
    ['phone-takes-neighbours', 'VERIFY-PHONE-WRONG-CODE'],
    ['phone-takes-codes-of-others', 'VERIFY-OWN-CODE'],
  ],
  recovery: [['recover-tells', 'RECOVER-SILENT']],
  'web-form-accounts': [['web-form-header-injection', 'WEBFORM-REDIRECT']],
};

describe.concurrent('each suite finds by itself what it is for', () => {
  for (const [suite, faults] of Object.entries(KILLS)) {
    for (const [fault, requirement] of faults) {
      test(`${suite}: ${fault}`, { timeout: 240_000 }, async () => {
        expect(listFaults().find(({ id }) => id === fault)?.breaks).toContain(requirement);
        const record = await runSuites({ suites: [suite] }, { faults: [fault] });
        const named = record.suites
          .filter(({ id }) => id === suite)
          .flatMap(({ steps }) => steps.flatMap(({ findings }) => findings))
          .filter(finding => finding.requirement === requirement);
        expect(named.map(({ blame }) => blame)).toEqual(
          named.map(({ outcome }) => (outcome === 'pass' ? null : 'host')),
        );
        expect(named).not.toEqual([]);
        expect(complaintsOf(record).filter(({ outcome }) => outcome === 'suite-error')).toEqual([]);
      });
    }
  }
});
