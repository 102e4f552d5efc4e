import { didYouMean } from '../model/guess.ts';
import type { Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

/** Complains of a tag that has no meaning where it stands. */
export function refuseTag(source: YamlSource, node: Node, where: string, known: readonly string[]): never {
  const tag = node.tag ?? '';
  return source.fail(
    node,
    `the tag ${tag} has no meaning in ${where}.${didYouMean(tag, known)}`,
    `Known there: ${known.join(', ')}.`,
  );
}

/** Complains when a tag that says everything by itself is given a value. */
export function standsAlone(source: YamlSource, node: Node): void {
  if (node.kind === 'scalar' && node.value === null) return;
  source.fail(node, `${node.tag ?? ''} takes no value.`, `Write ${node.tag ?? ''} alone.`);
}
