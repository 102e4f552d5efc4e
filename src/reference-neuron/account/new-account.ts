import type { Call } from '../call.ts';
import type { Host } from '../host.ts';
import { type Header, refuse } from '../http/reply.ts';
import type { Account } from '../state/accounts.ts';
import { sendCode } from './send-code.ts';

/** What an account is made of, from Create or from the web form. An absent phone number or language is empty. */
export interface NewAccount {
  readonly userName: string;
  readonly eMail: string;
  readonly phoneNr: string;
  readonly password: string;
  readonly apiKey: string;
  readonly language: string;
}

export function requireSoundAccount({ host }: Call, { userName, eMail, phoneNr }: NewAccount): void {
  const { accounts } = host.policies;
  const problem =
    accounts.nameProblem(userName, host.dialect) ??
    accounts.eMailProblem(eMail) ??
    (phoneNr === '' ? null : accounts.phoneNrProblem(phoneNr));
  if (problem !== null) throw refuse(400, problem);
}

/** The refusal of a name that is taken, with free names in numbered headers. */
export function nameTaken(host: Host, userName: string) {
  const names = host.policies.accounts.alternatives(userName, name => host.accounts.find(name) !== undefined);
  const arbitrary = host.dialect['alternative-name-numbers'] === 'arbitrary';
  const number = (index: number) => (arbitrary ? 17 * (index + 2) : index + 1);
  const headers = names.map((name, index): Header => [`X-AlternativeName${number(index)}`, name]);
  return refuse(403, 'The account already exists.', headers);
}

/** Adds the account, charges its key and sends the codes. */
export function makeAccount({ host, resource }: Call, { language, ...wanted }: NewAccount): Account {
  const cause = resource.endpoint;
  const account: Account = {
    ...wanted,
    created: host.now(),
    updated: null,
    enabled: host.policies.accounts.enabledAtOnce(cause),
    canRelay: false,
    eMailVerified: null,
    phoneNrVerified: null,
  };
  host.accounts.add(account);
  if (host.policies.accounts.charged) host.apiKeys.charge(wanted.apiKey);
  sendCode(host, account, 'eMail', language, cause);
  if (account.phoneNr !== '') sendCode(host, account, 'phoneNr', language, cause);
  return account;
}
