import { isObject, type Json } from '../../model/json.ts';
import type { CatcherApi, Item } from './http-source.ts';
import { preciseTime } from './positions.ts';

/** Mailpit 1.x. It keeps envelope recipients that no header names as `Bcc`, and the envelope's sender not at all. */
export const MAILPIT: CatcherApi = {
  kind: 'mailpit',
  name: 'Mailpit',
  newest: limit => `/api/v1/messages?start=0&limit=${limit}`,
  search: (to, start, limit) =>
    `/api/v1/search?query=${encodeURIComponent(`addressed:"${to}"`)}&start=${start}&limit=${limit}`,
  page: answer => {
    if (!isObject(answer) || typeof answer.total !== 'number' || !Array.isArray(answer.messages)) return null;
    const total = answer.messages_count ?? answer.total;
    return { total: typeof total === 'number' ? total : answer.total, items: answer.messages.flatMap(itemOf) };
  },
  raw: async (http, id, signal) => {
    const answer = await http.get(`/api/v1/message/${encodeURIComponent(id)}/raw`, signal);
    return answer.status === 200 ? answer.body : null;
  },
};

function itemOf(item: Json): Item[] {
  if (!isObject(item) || typeof item.ID !== 'string') return [];
  const to = [item.To, item.Cc, item.Bcc].flatMap(addresses);
  return [{ id: item.ID, created: preciseTime(String(item.Created)), from: null, to }];
}

const addresses = (list: Json | undefined): string[] =>
  Array.isArray(list)
    ? list.flatMap(each => (isObject(each) && typeof each.Address === 'string' ? [each.Address] : []))
    : [];
