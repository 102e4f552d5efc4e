import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { isAddress, isSameContact, rosterBefore } from './items.ts';

/** A contact by itself is what the roster lists. */
export const rosterAgrees = callCheck({
  id: 'roster-agrees',
  title: 'the contact is as the roster lists it',
  requirement: 'ROSTER-ITEM-AGREES',
  evaluate: ({ answer, value, sent, earlier, exchange }) => {
    if (answer.status !== 200 || !isObject(value) || !isObject(sent)) return [];
    const listed = rosterBefore(earlier, exchange.actor)?.find(({ bareJid }) => isAddress(bareJid, sent.bareJid));
    if (listed === undefined) return [];
    const same =
      isSameContact(value, listed) &&
      value.pendingSubscription === listed.pendingSubscription &&
      value.status === listed.status;
    return same
      ? []
      : [
          {
            message: `The contact ${String(sent.bareJid)} is not as the roster lists it.`,
            expected: listed,
            actual: value,
          },
        ];
  },
});
