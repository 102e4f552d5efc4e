import { isMap, isNode, isSeq, type Node } from 'yaml';
import type { AnswerSpec } from '../spec.ts';
import { SIDES, type Side } from '../success.ts';
import type { YamlFile } from './yaml-file.ts';

/** An example with its node, so that what is wrong inside it is reported where it stands. */
export interface PlacedExample {
  readonly side: Side;
  readonly value: unknown;
  readonly node: Node;
}

/** Reads the examples of both sides; a side that has a described body needs at least one. */
export function readExamples(
  file: YamlFile,
  node: Node | undefined,
  hasRequest: boolean,
  answer: AnswerSpec | undefined,
): readonly PlacedExample[] {
  const sides = node === undefined ? new Map<string, Node>() : file.members(node, 'examples', ['request', 'answer']);
  const needs = { request: hasRequest, answer: answer?.kind === 'json' };
  return SIDES.flatMap(side => {
    const list = sides.get(side);
    const items = list === undefined ? [] : file.items(list, `examples.${side}`);
    if (items.length === 0 && needs[side] && (list === undefined || isSeq(list))) {
      file.refuse(list ?? node ?? file.root, `examples.${side}: expected at least one, got none: add a realistic one.`);
    }
    return items.map(item => ({ side, value: file.value(item), node: item }));
  });
}

/** The node at an RFC 6901 pointer below `node`, or the nearest node on the way to it. */
export function nodeAt(node: Node, pointer: string): Node {
  let here = node;
  for (const token of pointer.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const next = isMap(here) ? here.get(name, true) : isSeq(here) ? here.get(Number(name), true) : undefined;
    if (!isNode(next)) return here;
    here = next;
  }
  return here;
}
