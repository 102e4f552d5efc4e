import { callerOf } from '../account/session.ts';
import { attributes, ok } from '../answers.ts';
import { filled, text } from '../fields.ts';
import { agentResource } from '../resource.ts';

export const registerEventHandler = agentResource('Xmpp/RegisterEventHandler', {
  json: `{
    "localName": Optional(Str(PLocalName)),
    "namespace": Optional(Str(PNamespace)),
    "type": Optional(Str(PType)),
    "function": Optional(Str(PFunction)),
    "tabId": Required(Str(PTabId))
  }`,
  xml: `<RegisterEventHandler xmlns="https://waher.se/Schema/BrokerAgent.xsd"
    localName=(Optional(Str(PLocalName)))
    namespace=(Optional(Str(PNamespace)))
    type=(Optional(Str(PType)))
    function=(Optional(Str(PFunction)))
    tabId=(Required(Str(PTabId))) />`,
  run: call => {
    const { fields, host } = call;
    host.eventHandlers.register(callerOf(call).account.userName, {
      tabId: filled(fields, 'PTabId'),
      localName: text(fields, 'PLocalName'),
      namespace: text(fields, 'PNamespace'),
      type: text(fields, 'PType'),
      function: text(fields, 'PFunction'),
    });
    return ok({}, attributes('EventHandlerRegistered'));
  },
});
