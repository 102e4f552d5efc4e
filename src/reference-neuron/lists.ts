import type { Host } from './host.ts';
import type { Value } from './value.ts';

/** A list as the dialect writes it: results that come from XML may collapse one child into itself. */
export function listed(host: Host, items: readonly Value[]): Value {
  if (host.dialect['messages-shape'] === 'array') return items;
  return items.length > 1 ? items : (items[0] ?? null);
}
