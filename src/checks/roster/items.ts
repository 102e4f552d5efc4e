import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { EarlierStep } from '../evidence.ts';

/** The contacts of a GetRoster answer: absent, null, one object and a list are all published shapes. */
export function contactsOf(value: Json | undefined): readonly JsonObject[] {
  const items = isObject(value) ? (value.RosterItems ?? value.rosterItems) : undefined;
  if (items === undefined || items === null) return [];
  return (Array.isArray(items) ? items : [items]).filter(isObject);
}

/** The groups of a contact, sorted: hosts need not keep their order, and may write one group as itself. */
export function groupsOf({ Groups, groups }: JsonObject): readonly string[] {
  const given = Groups ?? groups ?? [];
  return (Array.isArray(given) ? given : [given]).map(String).sort();
}

export const isAddress = (address: Json | undefined, wanted: Json | undefined): boolean =>
  typeof address === 'string' && typeof wanted === 'string' && address.toLowerCase() === wanted.toLowerCase();

/** Whether two contacts have the same address, name and groups. */
export const isSameContact = (a: JsonObject, b: JsonObject): boolean =>
  isAddress(a.bareJid, b.bareJid) && a.name === b.name && groupsOf(a).join('\n') === groupsOf(b).join('\n');

/** Accepted calls of an endpoint that an actor made before, oldest first. */
export const callsBefore = (
  earlier: readonly EarlierStep[],
  endpoint: string,
  actor: string | null,
): readonly EarlierStep[] =>
  earlier.filter(
    ({ exchange, answer }) => exchange.endpoint === endpoint && exchange.actor === actor && answer.status === 200,
  );

/** The whole roster as the actor last saw it; null when it never asked for all of it. */
export function rosterBefore(earlier: readonly EarlierStep[], actor: string | null): readonly JsonObject[] | null {
  const whole = callsBefore(earlier, 'Xmpp/GetRoster', actor).findLast(
    ({ sent }) => !isObject(sent) || (sent.offset === undefined && sent.maxCount === undefined),
  );
  return whole === undefined ? null : contactsOf(whole.value);
}
