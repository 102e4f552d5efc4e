import { attributes, ok } from '../answers.ts';
import { whole } from '../fields.ts';
import { agentResource } from '../resource.ts';
import { issueToken } from '../security/tokens.ts';
import { callerOf } from './session.ts';

export const wwwLogin = agentResource('Account/WwwLogin', {
  access: 'basic',
  json: '{ "seconds": Required(Int(0 < PSeconds <= 3600)) }',
  xml: '<WwwLogin xmlns="https://waher.se/Schema/BrokerAgent.xsd" seconds=(Required(Int(0 < PSeconds <= 3600))) />',
  run: call => {
    const session = issueToken(call.host, callerOf(call).account, whole(call.fields, 'PSeconds'));
    return ok({ ...session }, attributes('LoggedIn'));
  },
});
