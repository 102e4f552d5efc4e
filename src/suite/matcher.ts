import { reasonOf } from '../model/reason.ts';
import type { Scope } from './scope.ts';
import { refuseTag, standsAlone } from './tags.ts';
import { readTemplate, readUntagged } from './template.ts';
import type { Matcher } from './types.ts';
import type { Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

type Seen = Scope['seen'];
type Reader = (source: YamlSource, node: Node, seen: Seen) => Matcher;

const alone =
  (kind: 'any' | 'present' | 'missing' | 'empty'): Reader =>
  (source, node) => {
    standsAlone(source, node);
    return { kind };
  };

/** Readers of the tagged matchers, by tag. */
const TAGGED: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['!any', alone('any')],
  ['!present', alone('present')],
  ['!missing', alone('missing')],
  ['!empty', alone('empty')],
  ['!like', readLike],
  ['!not', (source, node, seen) => ({ kind: 'not', template: readUntagged(source, node, seen) })],
  [
    '!one-of',
    (source, node, seen) => ({
      kind: 'one-of',
      templates: source.list(node, '!one-of').map(item => readTemplate(source, item, seen)),
    }),
  ],
  ['!between', readBetween],
]);

/** The tags that an expectation may have; `!text` makes text of a reference. */
export const MATCHER_TAGS = [...TAGGED.keys(), '!text'];

/** Reads an expectation. Maps are partial, lists exact. */
export function readMatcher(source: YamlSource, node: Node, seen: Seen): Matcher {
  const tagged = node.tag === null ? undefined : TAGGED.get(node.tag);
  if (tagged !== undefined) return tagged(source, node, seen);
  if (node.tag === '!text') return { kind: 'equals', template: readTemplate(source, node, seen) };
  if (node.tag !== null) return refuseTag(source, node, 'an expectation', MATCHER_TAGS);
  switch (node.kind) {
    case 'map':
      return {
        kind: 'object',
        members: Object.fromEntries(
          source.map(node, 'expect').map(({ name, value }) => [name, readMatcher(source, value, seen)]),
        ),
      };
    case 'list':
      return { kind: 'list', items: node.items.map(item => readMatcher(source, item, seen)) };
    case 'scalar':
    case 'alias':
      return { kind: 'equals', template: readTemplate(source, node, seen) };
  }
}

function readLike(source: YamlSource, node: Node): Matcher {
  const regex = source.text(node, 'the pattern of !like');
  try {
    new RegExp(regex, 'u');
  } catch (error) {
    const said = reasonOf(error);
    source.fail(node, `"${regex}" is no regular expression: ${said}.`, 'Correct it.');
  }
  return { kind: 'like', regex };
}

function readBetween(source: YamlSource, node: Node): Matcher {
  const [low, high, ...more] = source.list(node, '!between').map(item => source.scalar(item, 'a bound').value);
  if (typeof low !== 'number' || typeof high !== 'number' || low > high || more.length > 0)
    return source.fail(node, '!between takes two numbers, the lower first.', 'Write !between [1, 5].');
  return { kind: 'between', low, high };
}
