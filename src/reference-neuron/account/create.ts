import { attributes, ok } from '../answers.ts';
import type { Call } from '../call.ts';
import { filled, text, whole } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import { auditSuccess } from '../security/audit-gate.ts';
import { rememberNonce, requireFreshNonce, requireSignature, signedHost } from '../security/signed.ts';
import { issueToken } from '../security/tokens.ts';
import type { Account } from '../state/accounts.ts';
import { left } from '../state/api-keys.ts';
import { makeAccount, type NewAccount, nameTaken, requireSoundAccount } from './new-account.ts';

export const create = agentResource('Account/Create', {
  access: 'none',
  enabledOnly: false,
  json: `{
    "userName": Required(Str(PUserName)),
    "eMail": Required(Str(PEMail)),
    "phoneNr": Optional(Str(PPhoneNr)),
    "password": Required(Str(PPassword)),
    "apiKey": Required(Str(PApiKey)),
    "nonce": Required(Str(PNonce)),
    "signature": Required(Str(PSignature)),
    "seconds": Required(Int(0 < PSeconds <= 3600)),
    "language": Optional(Str(PLanguage))
  }`,
  xml: `<CreateAccount xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    userName=(Required(Str(PUserName)))
    eMail=(Required(Str(PEMail)))
    phoneNr=(Optional(Str(PPhoneNr)))
    password=(Required(Str(PPassword)))
    apiKey=(Required(Str(PApiKey)))
    nonce=(Required(Str(PNonce)))
    signature=(Required(Str(PSignature)))
    seconds=(Required(Int(0 < PSeconds <= 3600)))
    language=(Optional(Str(PLanguage))) />`,
  run: call => {
    const { host } = call;
    const wanted: NewAccount = {
      userName: filled(call.fields, 'PUserName'),
      eMail: filled(call.fields, 'PEMail'),
      phoneNr: text(call.fields, 'PPhoneNr'),
      password: filled(call.fields, 'PPassword'),
      apiKey: filled(call.fields, 'PApiKey'),
      language: text(call.fields, 'PLanguage'),
    };
    const seconds = whole(call.fields, 'PSeconds');
    requireSoundAccount(call, wanted);
    requireSigned(call, wanted);
    const known = host.accounts.find(wanted.userName);
    const again = known === undefined ? 'replace' : host.policies.accounts.again(known, wanted.password, host.dialect);
    if (again === 'refuse') throw nameTaken(host, wanted.userName);
    if (known !== undefined && again === 'log-in') {
      return ok(created(call, known, seconds), attributes('AccountCreated'));
    }
    const key = host.apiKeys.find(wanted.apiKey);
    if (key === undefined || host.policies.accounts.isExhausted(left(key)))
      throw refuse(403, 'The account limit of the API key is reached.');
    const account = makeAccount(call, wanted);
    return ok(created(call, account, seconds), attributes('AccountCreated'));
  },
});

function requireSigned(call: Call, wanted: NewAccount): void {
  const { host, fields } = call;
  const nonce = filled(fields, 'PNonce');
  requireFreshNonce(call, nonce, wanted.userName);
  const texts = host.policies.signatures.create({
    ...wanted,
    phoneNr: host.dialect['phone-in-signature'] === 'after-email' ? wanted.phoneNr : '',
    host: signedHost(call),
    nonce,
  });
  const secret = host.apiKeys.find(wanted.apiKey)?.secret;
  requireSignature(call, secret, texts, filled(fields, 'PSignature'), 'Invalid API key or signature.');
  rememberNonce(call, nonce, wanted.userName);
  auditSuccess(host, 'signature', call);
}

function created({ host }: Call, account: Account, seconds: number) {
  const { jwt, expires } = issueToken(host, account, seconds);
  return {
    created: new Date(account.created),
    updated: account.updated === null ? null : new Date(account.updated),
    enabled: account.enabled,
    canRelay: account.canRelay,
    jwt,
    expires,
    eMailCodeSent: host.postOffice.sendsMail && account.eMailVerified === null,
    phoneNrCodeSent: host.postOffice.sendsSms && account.phoneNr !== '' && account.phoneNrVerified === null,
  };
}
