import { isObject, type Json, pointerToken } from '../model/json.ts';

/** Most rows that one value is flattened to; the rest is named in a last row. */
const MAX_ROWS = 2000;
const MAX_DEPTH = 40;

/**
 * A value as rows: the JSON pointer of each leaf (or empty container) with its JSON text, in document order.
 * Values nested deeper than 40 levels, and more than 2,000 rows, are folded into one row each.
 */
export function rowsOf(value: Json, base = ''): Map<string, string> {
  const rows = new Map<string, string>();
  const pending: [pointer: string, value: Json, depth: number][] = [[base, value, 0]];
  for (;;) {
    const next = pending.pop();
    if (next === undefined) return rows;
    const [pointer, here, depth] = next;
    if (rows.size >= MAX_ROWS) return rows.set(`${base}/…`, 'more members');
    const members = depth < MAX_DEPTH ? membersOf(here, pointer) : [];
    if (members.length === 0) rows.set(pointer, leaf(here, depth));
    else for (const [name, member] of members.reverse()) pending.push([name, member, depth + 1]);
  }
}

function membersOf(value: Json, pointer: string): [string, Json][] {
  if (Array.isArray(value)) return value.map((item: Json, index) => [`${pointer}/${index}`, item]);
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, member]) => [`${pointer}/${pointerToken(name)}`, member ?? null]);
}

const leaf = (value: Json, depth: number): string =>
  depth >= MAX_DEPTH && typeof value === 'object' && value !== null ? '… deeper' : JSON.stringify(value);
