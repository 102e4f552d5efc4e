import { attributes, ok } from '../answers.ts';
import type { Call } from '../call.ts';
import { filled } from '../fields.ts';
import type { Host } from '../host.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import { auditFailure, auditSuccess } from '../security/audit-gate.ts';
import type { Account } from '../state/accounts.ts';
import type { Medium } from '../state/codes.ts';

export const verifyEMail = agentResource('Account/VerifyEMail', {
  access: 'verify-authentication',
  enabledOnly: false,
  json: '{ "eMail": Required(Str(PEMail)), "code": Required(Int(PCode)) }',
  xml: `<VerifyEMail xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    eMail=(Required(Str(PEMail))) code=(Required(Int(PCode))) />`,
  run: call => {
    const eMail = filled(call.fields, 'PEMail');
    const account = verify(call, 'eMail', call.host.accounts.byEMail(eMail));
    return ok({ eMail: account.eMail, userName: account.userName }, attributes('EMailVerified'));
  },
});

export const verifyPhoneNr = agentResource('Account/VerifyPhoneNr', {
  access: 'verify-authentication',
  enabledOnly: false,
  json: '{ "phoneNr": Required(Str(PPhoneNr)), "code": Required(Int(PCode)) }',
  xml: `<VerifyPhoneNr xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    phoneNr=(Required(Str(PPhoneNr))) code=(Required(Int(PCode))) />`,
  run: call => {
    const phoneNr = filled(call.fields, 'PPhoneNr');
    const account = verify(call, 'phoneNr', call.host.accounts.byPhoneNr(phoneNr));
    return ok({ phoneNr: account.phoneNr, userName: account.userName }, attributes('PhoneNrVerified'));
  },
});

/** Takes a code back; the account that it was sent to is enabled once nothing is left to verify. */
function verify(call: Call, medium: Medium, candidates: readonly Account[]): Account {
  const { host } = call;
  requireCodeType(call);
  const code = filled(call.fields, 'PCode');
  const account = ownOf(call, candidates).find(({ userName }) => {
    const waiting = host.codes.pending(userName, medium);
    return waiting !== undefined && host.policies.verification.agree(waiting, code, host.codes.all(medium), medium);
  });
  if (account === undefined) {
    auditFailure(host, 'code', call);
    throw refuse(400, 'Invalid verification code.');
  }
  auditSuccess(host, 'code', call);
  if (host.policies.verification.spends(medium)) host.codes.spend(account.userName, medium);
  return markVerified(host, account, medium);
}

function markVerified(host: Host, account: Account, medium: Medium): Account {
  const now = host.now();
  const verified = host.accounts.update(account, {
    updated: now,
    ...(medium === 'eMail' ? { eMailVerified: now } : { phoneNrVerified: now }),
  });
  return host.accounts.update(verified, {
    enabled: verified.enabled || host.policies.verification.completes(verified),
  });
}

/** A caller with a token verifies the address of that account only. */
export const ownOf = ({ host, caller }: Call, candidates: readonly Account[]): readonly Account[] =>
  caller === null || !host.policies.verification.ownOnly
    ? candidates
    : candidates.filter(({ userName }) => userName === caller.account.userName);

/** The notation takes a code as text or number; a host may insist on one of them. */
function requireCodeType({ host, posted }: Call): void {
  const wanted = host.dialect['code-type'];
  if (wanted === 'either' || posted.kind !== 'json' || typeof posted.value !== 'object' || posted.value === null)
    return;
  const code: unknown = Reflect.get(posted.value, 'code');
  if (typeof code !== (wanted === 'text' ? 'string' : 'number')) throw refuse(400, `The code must be a ${wanted}.`);
}
