import { acknowledged, attributes, ok } from '../answers.ts';
import type { Call, Caller } from '../call.ts';
import { whole } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { agentResource } from '../resource.ts';
import { issueToken, revokeToken } from '../security/tokens.ts';

/** The caller of a resource that asks for one. */
export function callerOf({ caller }: Call): Caller {
  if (caller === null) throw refuse(401, 'Unauthorized access prohibited.');
  return caller;
}

export const refresh = agentResource('Account/Refresh', {
  enabledOnly: false,
  json: '{ "seconds": Required(Int(0 < PSeconds <= 3600)) }',
  xml: '<Refresh xmlns="https://waher.se/Schema/BrokerAgent.xsd" seconds=(Required(Int(0 < PSeconds <= 3600))) />',
  run: call => {
    const { host, fields } = call;
    const { account, token } = callerOf(call);
    const session = issueToken(host, account, whole(fields, 'PSeconds'));
    const replaced = host.policies.tokens.revokedByRefresh && host.dialect['old-token-after-refresh'] === 'deprecated';
    if (replaced && token !== null) revokeToken(host, token);
    return ok({ ...session }, attributes('LoggedIn'));
  },
});

export const logout = agentResource('Account/Logout', {
  enabledOnly: false,
  json: '{ }',
  xml: '<Logout xmlns="https://waher.se/Schema/BrokerAgent.xsd" />',
  run: call => {
    const { account, token } = callerOf(call);
    call.host.presences.set(account.userName, { available: false, at: call.host.now() });
    if (call.host.policies.tokens.revokedByLogout && token !== null) revokeToken(call.host, token);
    return acknowledged();
  },
});
