/** The namespace of everything the Agent API says in XML. */
export const AGENT_NAMESPACE = 'https://waher.se/Schema/BrokerAgent.xsd';
