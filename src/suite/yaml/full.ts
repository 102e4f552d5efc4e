import { createRequire } from 'node:module';
import type { Pair, Scalar, Node as YamlNode } from 'yaml';
import { type Entry, type Node, type ScalarNode, scalar } from './node.ts';
import { plainValue } from './plain.ts';

/** A mistake in the YAML itself, and the offset where it is. */
export class YamlProblem extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

type Yaml = typeof import('yaml');

const STANDARD = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;

/** Reads any YAML file, at leisure. Loads its reader when it is first needed. Throws YamlProblem. */
export function fullNode(text: string): Node {
  const yaml: Yaml = createRequire(import.meta.url)('yaml');
  // What a tag means is decided where it is read; here none is known, and none is wrong.
  const document = yaml.parseDocument(text, { logLevel: 'silent', resolveKnownTags: false });
  const problem = document.errors[0];
  if (problem !== undefined) {
    const [said = ''] = problem.message.split('\n');
    throw new YamlProblem(problem.pos[0], said.replace(/ at line \d+, column \d+:?$/, ''));
  }
  if (document.contents === null) throw new YamlProblem(0, 'The file is empty');
  return convert(yaml, document.contents, text);
}

function convert(yaml: Yaml, node: YamlNode, text: string): Node {
  const tag = node.tag === undefined || STANDARD.test(node.tag) ? null : node.tag.replace(/^tag:.*:/, '!!');
  const at = node.range?.[0] ?? 0;
  const start = tag === null ? at : Math.max(0, text.lastIndexOf(tag, at));
  if (yaml.isMap<YamlNode, YamlNode | null>(node))
    return { kind: 'map', tag, start, entries: node.items.map(pair => entry(yaml, pair, text)) };
  if (yaml.isSeq<YamlNode>(node))
    return { kind: 'list', tag, start, items: node.items.map(item => convert(yaml, item, text)) };
  return yaml.isScalar(node) ? scalarNode(node, tag, start) : { kind: 'alias', tag, start };
}

function entry(yaml: Yaml, { key, value }: Pair<YamlNode, YamlNode | null>, text: string): Entry {
  const name = yaml.isScalar(key) ? String(key.value) : '';
  const node = convert(yaml, key, text);
  const empty = value === null || (value.tag === undefined && value.range?.[0] === value.range?.[1]);
  return { name, key: node, value: empty ? scalar(null, node.start) : convert(yaml, value, text) };
}

function scalarNode({ value, type }: Scalar, tag: string | null, start: number): ScalarNode {
  // An unknown tag leaves a plain scalar as the text that it is written in.
  if (tag !== null && type === 'PLAIN' && typeof value === 'string') return scalar(plainValue(value), start, tag);
  const known = value === null || typeof value === 'boolean' || typeof value === 'number' || typeof value === 'string';
  return scalar(known ? value : String(value), start, tag);
}
