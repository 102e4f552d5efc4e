/** One node of a YAML file. `start` is the offset of its first character, its tag included. */
export type Node = ScalarNode | ListNode | MapNode | AliasNode;

interface Base {
  /** `!like`; null without one. */
  readonly tag: string | null;
  readonly start: number;
}

export interface ScalarNode extends Base {
  readonly kind: 'scalar';
  readonly value: null | boolean | number | string;
}

export interface ListNode extends Base {
  readonly kind: 'list';
  readonly items: readonly Node[];
}

export interface MapNode extends Base {
  readonly kind: 'map';
  readonly entries: readonly Entry[];
}

/** A reference to an anchor, which nothing of ours takes. */
export interface AliasNode extends Base {
  readonly kind: 'alias';
}

export interface Entry {
  readonly name: string;
  readonly key: Node;
  readonly value: Node;
}

export const scalar = (value: ScalarNode['value'], start: number, tag: string | null = null): ScalarNode => ({
  kind: 'scalar',
  tag,
  start,
  value,
});

export const isScalar = (node: Node): node is ScalarNode => node.kind === 'scalar';
export const isSeq = (node: Node): node is ListNode => node.kind === 'list';
export const isMap = (node: Node): node is MapNode => node.kind === 'map';
