import { readMatcher } from './matcher.ts';
import type { Scope } from './scope.ts';
import type { Envelope } from './types.ts';
import { isSeq, type Node } from './yaml/node.ts';
import type { YamlSource } from './yaml-source.ts';

const CLASSES = ['2xx', '3xx', '4xx', '5xx'] as const;

/** Reads `answers: { status, headers, type }`. */
export function readEnvelope(source: YamlSource, node: Node, seen: Scope['seen']): Envelope {
  const members = source.members(node, 'answers', ['status', 'headers', 'type']);
  const status = members.get('status')?.value;
  const headers = members.get('headers')?.value;
  const type = members.get('type')?.value;
  return {
    statuses:
      status === undefined
        ? []
        : (isSeq(status) ? source.list(status, 'status') : [status]).map(item => readStatus(source, item)),
    headers:
      headers === undefined
        ? {}
        : Object.fromEntries(
            source.map(headers, 'headers').map(entry => [entry.name, readMatcher(source, entry.value, seen)]),
          ),
    type: type === undefined ? null : source.text(type, 'type'),
  };
}

function readStatus(source: YamlSource, node: Node): Envelope['statuses'][number] {
  const value = source.scalar(node, 'status').value;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 100 && value <= 599) return value;
  return (
    CLASSES.find(name => name === value) ??
    source.fail(node, `the status is "${String(value)}"; expected 100 to 599 or a class.`, 'Write e.g. 401, or 4xx.')
  );
}
