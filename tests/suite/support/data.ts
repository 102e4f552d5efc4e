import type { Node } from '../../../src/suite/yaml/node.ts';

/** The data that a node stands for, without its tags; an alias becomes what is given for it. */
export function dataOf(node: Node, alias?: unknown): unknown {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(item => dataOf(item, alias));
    case 'map':
      return Object.fromEntries(node.entries.map(({ name, value }) => [name, dataOf(value, alias)]));
    case 'alias':
      return alias;
  }
}
