import type { MatchResult } from '../../contract/notation/match/match.ts';
import type { ResourceFacts } from '../facts.ts';
import type { Fields } from '../fields.ts';
import type { Host } from '../host.ts';
import { notationIn } from '../readings/notation.ts';
import type { Posted } from './decode.ts';
import { refuse } from './reply.ts';

/** Content does not match the resource's notation. */
export class PatternMismatch extends Error {
  override readonly name = 'PatternMismatch';
}

/** What the resource's notation binds in the posted content: the one for XML where XML was posted. */
export function matched(host: Host, resource: ResourceFacts, posted: Posted): Fields {
  const { access } = host.policies;
  const now = host.now();
  if (posted.kind === 'xml') {
    const notation = access.xml(resource);
    if (notation === null) throw new PatternMismatch('Pattern mismatch.');
    return bound(host.patterns.xml(notationIn(host.dialect, resource, notation), posted.root, now));
  }
  const notation = access.json(resource);
  if (notation === null) return {};
  return bound(host.patterns.json(notationIn(host.dialect, resource, notation), postedValue(posted), now));
}

function bound({ outcome, bindings }: MatchResult): Fields {
  if (outcome === 'match') return bindings;
  if (outcome === 'exception') throw refuse(500, 'Unable to compute pattern match.', [], true);
  throw new PatternMismatch(outcome === 'unknown' ? 'Unable to compute pattern match.' : 'Pattern mismatch.');
}

/** Bytes and text are values too, but none that an object pattern matches. */
function postedValue(posted: Exclude<Posted, { kind: 'xml' }>): unknown {
  switch (posted.kind) {
    case 'json':
      return posted.value;
    case 'form':
      return posted.fields;
    case 'text':
      return posted.text;
    case 'bytes':
      return '';
    case 'nothing':
      return null;
  }
}
