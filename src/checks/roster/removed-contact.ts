import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { isAddress } from './items.ts';

export const removedContact = callCheck({
  id: 'removed-contact',
  title: 'the contact that was removed is returned',
  requirement: 'REMOVE-ROSTER-ITEM-RETURNS',
  evaluate: ({ answer, value, sent }) =>
    answer.status !== 200 || !isObject(value) || !isObject(sent) || isAddress(value.bareJid, sent.bareJid)
      ? []
      : [
          {
            message: `Removing ${String(sent.bareJid)} returned another contact.`,
            expected: sent.bareJid ?? null,
            actual: value.bareJid ?? null,
            pointer: '/bareJid',
          },
        ],
});
