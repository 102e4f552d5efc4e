import { isObject, type Json } from '../../model/json.ts';
import { type CatcherApi, type Item, jsonOf } from './http-source.ts';
import { preciseTime } from './positions.ts';

/** MailHog 1.x: search of version 2, raw messages of version 1. Envelopes are in `Raw`. */
export const MAILHOG: CatcherApi = {
  kind: 'mailhog',
  name: 'MailHog',
  events: '/api/v1/events',
  newest: limit => `/api/v2/messages?start=0&limit=${limit}`,
  search: (to, start, limit) => `/api/v2/search?kind=to&query=${encodeURIComponent(to)}&start=${start}&limit=${limit}`,
  page: answer => {
    if (!isObject(answer) || typeof answer.total !== 'number' || !('items' in answer)) return null;
    return { total: answer.total, items: Array.isArray(answer.items) ? answer.items.flatMap(itemOf) : [] };
  },
  raw: async (http, id, signal) => {
    const path = `/api/v1/messages/${encodeURIComponent(id)}`;
    const download = await http.get(`${path}/download`, signal).catch(() => null);
    if (download?.status === 200 && download.body.length > 2) return download.body;
    // One that keeps its mails in files offers no download; it still shows what it received. An unknown id is `null`.
    const message = jsonOf(await http.get(path, signal));
    const raw = isObject(message) && isObject(message.Raw) ? message.Raw.Data : undefined;
    return typeof raw === 'string' ? Buffer.from(raw) : null;
  },
};

function itemOf(item: Json): Item[] {
  if (!isObject(item) || typeof item.ID !== 'string' || !isObject(item.Raw)) return [];
  const { From: from, To: to } = item.Raw;
  return [
    {
      id: item.ID,
      created: preciseTime(String(item.Created)),
      from: typeof from === 'string' && from !== '' ? from : null,
      to: Array.isArray(to) ? to.filter(each => typeof each === 'string') : [],
    },
  ];
}
