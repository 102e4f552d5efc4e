import { attributes, ok } from '../answers.ts';
import { filled, whole } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import { auditSuccess } from '../security/audit-gate.ts';
import { rememberNonce, requireFreshNonce, requireSignature, signedHost } from '../security/signed.ts';
import { issueToken } from '../security/tokens.ts';

export const login = agentResource('Account/Login', {
  access: 'none',
  enabledOnly: false,
  json: `{
    "userName": Required(Str(PUserName)),
    "nonce": Required(Str(PNonce)),
    "signature": Required(Str(PSignature)),
    "seconds": Required(Int(0 < PSeconds <= 3600))
  }`,
  xml: `<Login xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    userName=(Required(Str(PUserName)))
    nonce=(Required(Str(PNonce)))
    signature=(Required(Str(PSignature)))
    seconds=(Required(Int(0 < PSeconds <= 3600))) />`,
  run: call => {
    const { host, fields } = call;
    const userName = filled(fields, 'PUserName');
    const nonce = filled(fields, 'PNonce');
    const seconds = whole(fields, 'PSeconds');
    requireFreshNonce(call, nonce, userName);
    const account = host.accounts.find(userName);
    const texts = host.policies.signatures.login({ userName, host: signedHost(call), nonce });
    requireSignature(call, account?.password, texts, filled(fields, 'PSignature'), 'Invalid user name or password.');
    rememberNonce(call, nonce, userName);
    if (account === undefined || !host.policies.accounts.mayLogIn(account))
      throw refuse(403, 'The account is not enabled.');
    auditSuccess(host, 'signature', call);
    return ok({ ...issueToken(host, account, seconds) }, attributes('LoggedIn'));
  },
});
