import type { Judgement } from '../../model/finding.ts';
import { isObject, type JsonObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { callsBefore, contactsOf, isAddress, isSameContact } from './items.ts';

/** A contact that was set is answered as given, and the roster lists it once, with its name and groups. */
export const rosterStored = callCheck({
  id: 'roster-stored',
  title: 'contacts are kept as they were set',
  requirement: 'SET-ROSTER-ITEM-STORES',
  evaluate: ({ answer, value, sent, earlier, exchange }) => {
    if (answer.status !== 200 || !isObject(value)) return [];
    if (exchange.endpoint === 'Xmpp/SetRosterItem') return isObject(sent) ? differs(sent, [value]) : [];
    const set = callsBefore(earlier, 'Xmpp/SetRosterItem', exchange.actor)
      .map(step => step.sent)
      .filter(isObject);
    const latest = set.filter(
      (one, index) => !set.slice(index + 1).some(later => isAddress(later.bareJid, one.bareJid)),
    );
    return latest.flatMap(one => differs(one, contactsOf(value)));
  },
});

function differs(wanted: JsonObject, contacts: readonly JsonObject[]): readonly Judgement[] {
  const found = contacts.filter(({ bareJid }) => isAddress(bareJid, wanted.bareJid));
  if (found.length === 1 && found.every(one => isSameContact(one, wanted))) return [];
  return [
    {
      message: `The contact ${String(wanted.bareJid)} ${found.length === 1 ? 'is not as it was set' : `is there ${found.length} times`}.`,
      expected: wanted,
      actual: found.length === 1 ? (found[0] ?? null) : found.length,
    },
  ];
}
