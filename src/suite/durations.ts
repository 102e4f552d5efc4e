import type { Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000 };

/** `250ms`, `60s`, `2m` in milliseconds. */
export function duration(source: YamlSource, node: Node, what: string): number {
  const text = String(source.scalar(node, what).value);
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(text);
  const unit = UNITS[match?.[2] ?? ''];
  if (match === null || unit === undefined)
    return source.fail(node, `${what} is "${text}"; expected a duration.`, 'Write a number with ms, s or m, e.g. 60s.');
  return Number(match[1]) * unit;
}
