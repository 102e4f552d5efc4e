import { attributes, ok } from '../answers.ts';
import { text, whole } from '../fields.ts';
import { refuse } from '../http/reply.ts';
import { sessionOf } from '../http/session.ts';
import { agentResource } from '../resource.ts';
import { issueToken } from '../security/tokens.ts';
import { callerOf } from './session.ts';

export const quickLogin = agentResource('Account/QuickLogin', {
  access: 'none',
  enabledOnly: false,
  json: '{ "seconds": Required(Int(0 < PSeconds <= 3600)) }',
  xml: '<QuickLogin xmlns="https://waher.se/Schema/BrokerAgent.xsd" seconds=(Required(Int(0 < PSeconds <= 3600))) />',
  run: call => {
    const { host, fields } = call;
    const seconds = whole(fields, 'PSeconds');
    const account = host.accounts.find(host.policies.sessions.quickLogin(sessionOf(call), host.accounts) ?? '');
    if (account === undefined) throw refuse(403, 'No Quick-Login was done in this session.');
    const { jwt, expires } = issueToken(host, account, seconds);
    return ok({ jwt, userName: account.userName, expires }, attributes('LoggedIn'));
  },
});

// Quick-Login elsewhere needs a legal identity, and none can be applied for here: what follows are its refusals.
export const prepareRemoteQuickLogin = agentResource('Account/PrepareRemoteQuickLogin', {
  json: '{ }',
  xml: '<PrepareRemoteQuickLogin xmlns="https://waher.se/Schema/BrokerAgent.xsd" />',
  run: call => {
    callerOf(call);
    throw refuse(403, 'The account has no approved legal identity.');
  },
});

export const remoteQuickLogin = agentResource('Account/RemoteQuickLogin', {
  access: 'petition-authentication',
  json: '{ "legalId": Required(Str(PLegalId)), "purpose": Required(Str(PPurpose)) }',
  xml: null,
  run: call => {
    throw refuse(404, `Legal identity not found: ${text(call.fields, 'PLegalId')}`);
  },
});
