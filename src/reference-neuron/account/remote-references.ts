import { ok } from '../answers.ts';
import { listed } from '../lists.ts';
import { agentResource } from '../resource.ts';
import { XmlElement } from '../xml/element.ts';
import { AGENT_NAMESPACE } from '../xml/namespace.ts';

/** References come from Quick-Logins on other hosts; this host talks to none, so the list is empty. */
export const remoteReferences = agentResource('Account/RemoteReferences', {
  json: '{ }',
  xml: '<RemoteReferences xmlns="https://waher.se/Schema/BrokerAgent.xsd" />',
  run: ({ host }) =>
    ok(
      { References: listed(host, []) },
      () =>
        new XmlElement('RemoteReferencesResult', AGENT_NAMESPACE, [], [new XmlElement('References', AGENT_NAMESPACE)]),
    ),
});
