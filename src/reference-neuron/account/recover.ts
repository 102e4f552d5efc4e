import { ok } from '../answers.ts';
import type { Call } from '../call.ts';
import { text } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import type { Account } from '../state/accounts.ts';
import { XmlElement } from '../xml/element.ts';
import { AGENT_NAMESPACE } from '../xml/namespace.ts';

const VARIABLES = {
  userName: 'PUserName',
  personalNr: 'PPersonalNr',
  country: 'PCountry',
  eMail: 'PEMail',
  phoneNr: 'PPhoneNr',
} as const;

export const recover = agentResource('Account/Recover', {
  access: 'none',
  enabledOnly: false,
  json: `{
    "userName": Optional(Str(PUserName)),
    "personalNr": Optional(Str(PPersonalNr)),
    "country": Optional(Str(PCountry)),
    "eMail": Optional(Str(PEMail)),
    "phoneNr": Optional(Str(PPhoneNr))
  }`,
  xml: null,
  run: call => {
    const { host, fields, remote } = call;
    const problem = host.policies.recovery.missing(member => text(fields, VARIABLES[member]) !== '');
    if (problem !== null) throw refuse(400, problem);
    if (!host.recoveries.admits(remote.address, host.now()))
      throw refuse(429, 'Too many attempts to recover an account.');
    const account = meant(call);
    // Without identities there is one way of recovery: a mail to the registered address.
    if (account !== undefined) sendRecovery(call, account);
    else if (host.policies.recovery.tells) throw refuse(404, 'Account not found.');
    return ok({}, () => new XmlElement('RecoverResponse', AGENT_NAMESPACE));
  },
});

/** The account that the request names, if the contact is the registered one. Nobody learns which of it was wrong. */
function meant({ host, fields }: Call): Account | undefined {
  const account = host.accounts.find(text(fields, 'PUserName'));
  if (account === undefined || !account.enabled) return undefined;
  const eMail = text(fields, 'PEMail');
  const phoneNr = text(fields, 'PPhoneNr');
  const known = eMail === '' ? phoneNr === account.phoneNr : eMail.toLowerCase() === account.eMail.toLowerCase();
  return known ? account : undefined;
}

function sendRecovery({ host, fields }: Call, account: Account): void {
  const { letters, recovery } = host.policies;
  const to = recovery.recipient(account, text(fields, 'PEMail'));
  if (to === null) return;
  host.postOffice.mail(letters.dispatch(letters.recovery({ to, domain: host.domain, language: letters.language('') })));
}
