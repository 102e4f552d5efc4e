import type { Fields } from '../fields.ts';
import type { Host } from '../host.ts';
import type { Resource } from '../resource.ts';
import type { Posted } from './decode.ts';
import { refuse } from './reply.ts';

/** Content does not match the resource's notation. */
export class PatternMismatch extends Error {
  override readonly name = 'PatternMismatch';
}

/** What the resource's notation binds in the posted content. */
export function matched(host: Host, resource: Resource, posted: Posted): Fields {
  const notation = host.policies.access.json(resource);
  if (notation === null) return {};
  const { outcome, bindings } = host.patterns.json(notation, postedValue(posted), host.now());
  if (outcome === 'exception') throw refuse(500, 'Unable to compute pattern match.', [], true);
  if (outcome !== 'match')
    throw new PatternMismatch(outcome === 'unknown' ? 'Unable to compute pattern match.' : 'Pattern mismatch.');
  return bindings;
}

/** Bytes and text are values too, but none that an object pattern matches. */
function postedValue(posted: Posted): unknown {
  switch (posted.kind) {
    case 'json':
      return posted.value;
    case 'form':
      return posted.fields;
    case 'text':
      return posted.text;
    case 'bytes':
    case 'xml':
      return '';
    case 'nothing':
      return null;
  }
}
