import { isObject } from '../../model/json.ts';
import { callCheck } from '../check.ts';
import { contactsOf, rosterBefore } from './items.ts';

/** A page is the part of the whole roster that `offset` and `maxCount` name; the whole lists each contact once. */
export const rosterPages = callCheck({
  id: 'roster-pages',
  title: 'the page is the part of the roster that was asked for',
  requirement: 'ROSTER-PAGES',
  evaluate: ({ answer, value, sent, earlier, exchange }) => {
    if (answer.status !== 200) return [];
    const given = contactsOf(value).map(({ bareJid }) => String(bareJid));
    const { offset, maxCount } = isObject(sent) ? sent : {};
    if (offset === undefined && maxCount === undefined)
      return new Set(given).size === given.length
        ? []
        : [{ message: 'The roster lists a contact more than once.', expected: [...new Set(given)], actual: given }];
    const whole = rosterBefore(earlier, exchange.actor)?.map(({ bareJid }) => String(bareJid));
    if (whole === undefined) return [];
    const from = Number(offset ?? 0);
    const wanted = whole.slice(from, maxCount === undefined ? undefined : from + Number(maxCount));
    if (wanted.join('\n') === given.join('\n')) return [];
    return [
      {
        message: `The page of the roster from ${from}, at most ${String(maxCount ?? 'all')}, holds ${given.length} contacts that are not those ${wanted.length}.`,
        expected: wanted,
        actual: given,
        pointer: '/RosterItems',
      },
    ];
  },
});
