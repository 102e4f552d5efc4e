import { attributesOf, ok } from '../answers.ts';
import { refuse } from '../http/reply.ts';
import { sessionOf } from '../http/session.ts';
import { agentResource } from '../resource.ts';
import { isMembers, type ValueObject } from '../value.ts';
import { XmlElement } from '../xml/element.ts';
import { AGENT_NAMESPACE } from '../xml/namespace.ts';

export const getSessionToken = agentResource('Account/GetSessionToken', {
  access: 'none',
  enabledOnly: false,
  json: '{ }',
  xml: '<GetSessionToken xmlns="https://waher.se/Schema/BrokerAgent.xsd" />',
  run: call => {
    const { host } = call;
    const earned = host.policies.sessions.creator(sessionOf(call), host.sessions)?.earned;
    const account = host.accounts.find(earned?.userName ?? '');
    if (!earned || account === undefined) throw refuse(403, 'No account was created in this session.');
    const AccountCreated = {
      created: new Date(account.created),
      enabled: account.enabled,
      updated: account.updated === null ? null : new Date(account.updated),
      canRelay: account.canRelay,
      jwt: earned.jwt,
      expires: new Date(earned.expires),
    };
    return ok({ AccountCreated, seconds: earned.seconds }, inXml);
  },
});

function inXml({ AccountCreated, ...rest }: ValueObject): XmlElement {
  const inside = isMembers(AccountCreated)
    ? [new XmlElement('AccountCreated', AGENT_NAMESPACE, attributesOf(AccountCreated))]
    : [];
  return new XmlElement('SessionToken', AGENT_NAMESPACE, attributesOf(rest), inside);
}
