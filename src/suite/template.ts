import { TEXT_ALTERATIONS, TOKEN_ALTERATIONS } from './alterations.ts';
import type { Scope } from './scope.ts';
import { refuseTag, standsAlone } from './tags.ts';
import type { Template } from './types.ts';
import type { Node, ScalarNode } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

/** The tags that a value to be sent may have. */
export const VALUE_TAGS = ['!missing', '!example', '!text', '!altered'] as const;

type Seen = Scope['seen'];

/** Reads a value to be sent. `seen` is told of every reference, with its place. */
export function readTemplate(source: YamlSource, node: Node, seen: Seen): Template {
  switch (node.tag) {
    case null:
      return readUntagged(source, node, seen);
    case '!missing':
    case '!example':
      standsAlone(source, node);
      return { kind: node.tag === '!missing' ? 'missing' : 'example' };
    case '!text':
      return { kind: 'text', of: readText(source, node, source.text(node, 'the value of !text'), seen) };
    case '!altered':
      return readAltered(source, node, seen);
    default:
      return refuseTag(source, node, 'a value that is sent', VALUE_TAGS);
  }
}

function readAltered(source: YamlSource, node: Node, seen: Seen): Template {
  const [way, value, ...more] = source.list(node, '!altered');
  if (way === undefined || value === undefined || more.length > 0)
    return source.fail(node, '!altered takes a way and a value.', 'Write !altered [alg-none, $login.jwt].');
  const ways = [...TOKEN_ALTERATIONS, ...TEXT_ALTERATIONS].map(({ id }) => id);
  return {
    kind: 'altered',
    way: source.oneOf(way, 'the way of !altered', ways),
    of: readTemplate(source, value, seen),
  };
}

/** Reads a value without regard to its tag, which the caller has read. */
export function readUntagged(source: YamlSource, node: Node, seen: Seen): Template {
  switch (node.kind) {
    case 'list':
      return { kind: 'list', items: node.items.map(item => readTemplate(source, item, seen)) };
    case 'map':
      return {
        kind: 'map',
        members: Object.fromEntries(
          source.map(node, 'the value').map(({ name, value }) => [name, readTemplate(source, value, seen)]),
        ),
      };
    case 'alias':
      return source.fail(node, 'an alias stands here.', 'Write the value out.');
    case 'scalar':
      return readScalar(source, node, seen);
  }
}

function readScalar(source: YamlSource, node: ScalarNode, seen: Seen): Template {
  const { value } = node;
  if (typeof value === 'string') return readText(source, node, value, seen);
  if (typeof value !== 'number' || Number.isFinite(value)) return { kind: 'literal', value };
  return source.fail(node, `"${String(value)}" is a value that JSON cannot carry.`, 'Put it in quotes.');
}

function readText(source: YamlSource, node: Node, text: string, seen: Seen): Template {
  if (text.startsWith('$$')) return { kind: 'literal', value: text.slice(1) };
  if (!text.startsWith('$')) return { kind: 'literal', value: text };
  const [root = '', ...path] = text.slice(1).split('.');
  if (root === '' || path.includes(''))
    return source.fail(node, `"${text}" is no reference.`, 'Write $name.member, or $$ for a dollar sign.');
  seen(root, path, node);
  return { kind: 'reference', root, path, text };
}
