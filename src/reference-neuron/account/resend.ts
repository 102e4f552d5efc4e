import { acknowledged } from '../answers.ts';
import type { Call } from '../call.ts';
import { text } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import { auditFailure } from '../security/audit-gate.ts';
import type { Account } from '../state/accounts.ts';
import type { Medium } from '../state/codes.ts';
import { sendCode } from './send-code.ts';
import { ownOf } from './verify.ts';

export const resendVerificationCodes = agentResource('Account/ResendVerificationCodes', {
  access: 'verify-authentication',
  enabledOnly: false,
  json: `{
    "eMail": Required(Str(PEMail)),
    "phoneNr": Optional(Str(PPhoneNr)),
    "language": Optional(Str(PLanguage))
  }`,
  xml: `<ResendVerificationCodes xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    eMail=(Optional(Str(PEMail))) phoneNr=(Optional(Str(PPhoneNr))) language=(Optional(Str(PLanguage))) />`,
  run: call => {
    const { host, fields } = call;
    const account = asked(call);
    const media = account === undefined ? [] : waiting(call, account);
    if (account === undefined || media.length === 0) {
      auditFailure(host, 'resend', call);
      throw refuse(400, 'Nothing waits for verification.');
    }
    for (const medium of media) sendCode(host, account, medium, text(fields, 'PLanguage'), call.resource.endpoint);
    return acknowledged();
  },
});

/** The account that has the address, or else the number, that the request names. */
function asked(call: Call): Account | undefined {
  const { accounts } = call.host;
  const eMail = text(call.fields, 'PEMail');
  const candidates = eMail === '' ? accounts.byPhoneNr(text(call.fields, 'PPhoneNr')) : accounts.byEMail(eMail);
  const own = ownOf(call, candidates);
  return own.find(account => waiting(call, account).length > 0) ?? own[0];
}

/** What of an account is asked for and still waits for its code. */
function waiting({ host, fields }: Call, account: Account): Medium[] {
  const { resends } = host.policies.verification;
  const [eMail, phoneNr] = [text(fields, 'PEMail') !== '', text(fields, 'PPhoneNr') === account.phoneNr];
  return [
    ...(resends('eMail', eMail, account.eMailVerified) ? (['eMail'] as const) : []),
    ...(account.phoneNr !== '' && resends('phoneNr', phoneNr, account.phoneNrVerified) ? (['phoneNr'] as const) : []),
  ];
}
