import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { callsBefore, contactsOf, isAddress } from './items.ts';

/** What was removed is listed no more. */
export const rosterGone = callCheck({
  id: 'roster-gone',
  title: 'removed contacts are gone',
  requirement: 'REMOVE-ROSTER-ITEM-RETURNS',
  evaluate: ({ answer, value, earlier, exchange }) =>
    answer.status !== 200
      ? []
      : callsBefore(earlier, 'Xmpp/RemoveRosterItem', exchange.actor).flatMap(({ sent }) => {
          const address = isObject(sent) ? sent.bareJid : undefined;
          return contactsOf(value).some(({ bareJid }) => isAddress(bareJid, address))
            ? [
                {
                  message: `The contact ${String(address)} is listed after it was removed.`,
                  expected: null,
                  actual: address ?? null,
                  pointer: '/RosterItems',
                },
              ]
            : [];
        }),
});
