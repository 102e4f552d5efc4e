import { readTemplate } from './template.ts';
import type { Matcher, Template } from './types.ts';
import { isMap, isSeq, type Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

type Seen = (root: string, node: Node) => void;

function list(source: YamlSource, node: Node, seen: Seen): readonly Template[] {
  return source.list(node, node.tag ?? 'the list').map(item => readTemplate(source, item, seen));
}

/** Readers of the tagged matchers, by tag. */
const TAGGED: Readonly<Record<string, (source: YamlSource, node: Node, seen: Seen) => Matcher>> = {
  '!any': () => ({ kind: 'any' }),
  '!present': () => ({ kind: 'present' }),
  '!missing': () => ({ kind: 'missing' }),
  '!empty': () => ({ kind: 'empty' }),
  '!like': (source, node) => {
    const regex = source.text(node, 'the pattern of !like');
    try {
      new RegExp(regex, 'u');
    } catch (error) {
      source.fail(
        node,
        `"${regex}" is no regular expression: ${error instanceof Error ? error.message : String(error)}.`,
        'Correct it.',
      );
    }
    return { kind: 'like', regex };
  },
  '!not': (source, node, seen) => ({ kind: 'not', template: readScalarTemplate(source, node, seen) }),
  '!one-of': (source, node, seen) => ({ kind: 'one-of', templates: list(source, node, seen) }),
  '!between': (source, node) => {
    const [low, high] = source.list(node, '!between').map(item => Number(source.scalar(item, 'a bound').value));
    if (low === undefined || high === undefined || !(low <= high))
      return source.fail(node, '!between takes two numbers, the lower first.', 'Write !between [1, 5].');
    return { kind: 'between', low, high };
  },
};

function readScalarTemplate(source: YamlSource, node: Node, seen: Seen): Template {
  const text = source.text(node, node.tag ?? 'the value');
  if (!text.startsWith('$') || text.startsWith('$$'))
    return { kind: 'literal', value: text.startsWith('$$') ? text.slice(1) : text };
  const [root = '', ...path] = text.slice(1).split('.');
  seen(root, node);
  return { kind: 'reference', root, path, text };
}

/** Reads an expectation. Maps are partial, lists exact. */
export function readMatcher(source: YamlSource, node: Node, seen: Seen): Matcher {
  const tagged = TAGGED[node.tag ?? ''];
  if (tagged !== undefined) return tagged(source, node, seen);
  if (isMap(node))
    return {
      kind: 'object',
      members: Object.fromEntries(
        source.map(node, 'expect').map(entry => [entry.name, readMatcher(source, entry.value, seen)]),
      ),
    };
  if (isSeq(node))
    return { kind: 'list', items: source.list(node, 'expect').map(item => readMatcher(source, item, seen)) };
  return { kind: 'equals', template: readTemplate(source, node, seen) };
}
