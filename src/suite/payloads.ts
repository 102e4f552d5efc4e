import type { Json } from '../model/json.ts';
import type { Node } from './yaml/node.ts';
import { YamlSource } from './yaml-source.ts';

/** Reads `fixtures/payloads.yaml`: the values that suites refer to as `$payload.<name>`. Throws SuiteError. */
export function parsePayloads(text: string, file: string): Readonly<Record<string, Json>> {
  const source = new YamlSource(file, text);
  return Object.fromEntries(
    source.map(source.root, 'the payloads').map(({ name, value }) => [name, data(source, value)]),
  );
}

function data(source: YamlSource, node: Node): Json {
  switch (node.kind) {
    case 'scalar':
      return node.value;
    case 'list':
      return node.items.map(item => data(source, item));
    case 'map':
      return Object.fromEntries(source.map(node, 'a payload').map(({ name, value }) => [name, data(source, value)]));
    case 'alias':
      return source.fail(node, 'an alias stands here.', 'Write the value out.');
  }
}
