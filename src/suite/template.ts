import type { Template } from './types.ts';
import { isMap, isScalar, isSeq, type Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

/** Reads a value to be sent. `seen` is told of every reference, with its place. */
export function readTemplate(source: YamlSource, node: Node, seen: (root: string, node: Node) => void): Template {
  if (node.tag === '!missing') return { kind: 'missing' };
  if (node.tag === '!example') return { kind: 'example' };
  if (node.tag === '!text')
    return { kind: 'text', of: readText(source, node, source.text(node, 'the value of !text'), seen) };
  if (node.tag?.startsWith('!') === true && !node.tag.startsWith('tag:'))
    return source.fail(
      node,
      `the tag ${node.tag} has no meaning in a value that is sent.`,
      'Use !missing, !example, !text, a reference or plain data.',
    );
  if (isSeq(node))
    return { kind: 'list', items: source.list(node, 'the value').map(item => readTemplate(source, item, seen)) };
  if (isMap(node))
    return {
      kind: 'map',
      members: Object.fromEntries(
        source.map(node, 'the value').map(entry => [entry.name, readTemplate(source, entry.value, seen)]),
      ),
    };
  if (!isScalar(node)) return source.fail(node, 'an alias stands here.', 'Write the value out.');
  const value = node.value;
  if (typeof value === 'string') return readText(source, node, value, seen);
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return { kind: 'literal', value };
  return source.fail(node, `"${String(value)}" is a value that JSON cannot carry.`, 'Put it in quotes.');
}

function readText(source: YamlSource, node: Node, text: string, seen: (root: string, node: Node) => void): Template {
  if (text.startsWith('$$')) return { kind: 'literal', value: text.slice(1) };
  if (!text.startsWith('$')) return { kind: 'literal', value: text };
  const [root = '', ...path] = text.slice(1).split('.');
  if (root === '' || path.includes(''))
    return source.fail(node, `"${text}" is no reference.`, 'Write $name.member, or $$ for a dollar sign.');
  seen(root, node);
  return { kind: 'reference', root, path, text };
}
