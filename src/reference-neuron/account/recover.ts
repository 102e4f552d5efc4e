import { ok } from '../answers.ts';
import type { Call } from '../call.ts';
import { text } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import type { Account } from '../state/accounts.ts';
import { XmlElement } from '../xml/element.ts';
import { AGENT_NAMESPACE } from '../xml/namespace.ts';

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
    const { host, remote } = call;
    const problem = missing(call);
    if (problem !== null) throw refuse(400, problem);
    if (!host.recoveries.admits(remote.address, host.now()))
      throw refuse(429, 'Too many attempts to recover an account.');
    const account = meant(call);
    // Without identities there is one way of recovery: a mail to the registered address.
    if (account !== undefined) sendRecovery(call, account);
    return ok({}, () => new XmlElement('RecoverResponse', AGENT_NAMESPACE));
  },
});

function missing({ fields }: Call): string | null {
  const has = (name: string) => text(fields, name) !== '';
  if (!has('PUserName') && !has('PPersonalNr')) return 'userName or personalNr must be given.';
  if (has('PPersonalNr') && !has('PCountry')) return 'country must be given with personalNr.';
  return has('PEMail') || has('PPhoneNr') ? null : 'eMail or phoneNr must be given.';
}

/** The account that the request names, if the contact is the registered one. Nobody learns which of it was wrong. */
function meant({ host, fields }: Call): Account | undefined {
  const account = host.accounts.find(text(fields, 'PUserName'));
  if (account === undefined || !account.enabled) return undefined;
  const eMail = text(fields, 'PEMail');
  const phoneNr = text(fields, 'PPhoneNr');
  const known = eMail === '' ? phoneNr === account.phoneNr : eMail.toLowerCase() === account.eMail.toLowerCase();
  return known ? account : undefined;
}

function sendRecovery({ host }: Call, { eMail }: Account): void {
  const { letters } = host.policies;
  host.postOffice.mail(
    letters.dispatch(letters.recovery({ to: eMail, domain: host.domain, language: letters.language('') })),
  );
}
