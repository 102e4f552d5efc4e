import type { Exchange } from '../../model/exchange.ts';
import { isObject, type Json, pointerToken } from '../../model/json.ts';
import type { RunRecord } from '../../model/run-record.ts';
import { exchanges } from '../exchanges.ts';
import { groupBy } from '../group.ts';
import type { ShapeChange } from './types.ts';

const MAX_DEPTH = 30;

/** The JSON types seen at each pointer, with `*` for every item of a list. */
type Shape = Map<string, Set<string>>;

const typeOf = (value: Json): string => (value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value);

function see(value: Json, pointer: string, shape: Shape, depth: number): void {
  const types = shape.get(pointer) ?? new Set();
  shape.set(pointer, types.add(typeOf(value)));
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) for (const item of value) see(item, `${pointer}/*`, shape, depth + 1);
  else if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      see(member ?? null, `${pointer}/${pointerToken(name)}`, shape, depth + 1);
    }
  }
}

const succeeded = ({ answer }: Exchange): boolean => answer !== null && answer.status >= 200 && answer.status < 300;

function shapes(record: RunRecord): Map<string, Shape> {
  const byEndpoint = groupBy(exchanges(record).filter(succeeded), ({ endpoint }) => endpoint ?? '');
  const found = new Map<string, Shape>();
  for (const [endpoint, own] of byEndpoint) {
    const shape: Shape = new Map();
    for (const { answer } of own) if (answer?.value !== undefined) see(answer.value, '', shape, 0);
    if (endpoint !== '' && shape.size > 0) found.set(endpoint, shape);
  }
  return found;
}

const parent = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));

const named = (types: Set<string> | undefined): string => [...(types ?? [])].sort().join(' or ');

/** What one shape has whose parent the other saw too; of nested members only the outermost. */
const missing = (from: Shape, other: Shape): string[] =>
  [...from.keys()].filter(
    pointer =>
      pointer !== '' &&
      !other.has(pointer) &&
      other.get(parent(pointer))?.has(pointer.endsWith('/*') ? 'list' : 'object') === true &&
      !pointer.endsWith('/*'),
  );

/** Members added, removed and retyped in the successful answers of endpoints that both runs called. */
export function compareShapes(left: RunRecord, right: RunRecord): ShapeChange[] {
  const now = shapes(right);
  return [...shapes(left)].flatMap(([endpoint, before]) => {
    const after = now.get(endpoint);
    if (after === undefined) return [];
    const retyped = [...before].filter(
      ([pointer, types]) => after.has(pointer) && named(types) !== named(after.get(pointer)),
    );
    return [
      ...missing(after, before).map(
        (pointer): ShapeChange => ({
          endpoint,
          kind: 'added',
          pointer,
          before: null,
          after: named(after.get(pointer)),
        }),
      ),
      ...missing(before, after).map(
        (pointer): ShapeChange => ({
          endpoint,
          kind: 'removed',
          pointer,
          before: named(before.get(pointer)),
          after: null,
        }),
      ),
      ...retyped.map(
        ([pointer, types]): ShapeChange => ({
          endpoint,
          kind: 'retyped',
          pointer,
          before: named(types),
          after: named(after.get(pointer)),
        }),
      ),
    ];
  });
}

/** Steps whose last answer has another status. */
export function compareStatuses(left: RunRecord, right: RunRecord): ShapeChange[] {
  const statuses = (record: RunRecord): Map<string, { endpoint: string; status: string }> =>
    new Map(
      record.suites.flatMap(suite =>
        suite.steps.flatMap(step => {
          const status = step.exchanges.at(-1)?.answer?.status;
          return status === undefined
            ? []
            : [[`${suite.id}/${step.id}`, { endpoint: step.endpoint ?? '', status: String(status) }]];
        }),
      ),
    );
  const now = statuses(right);
  return [...statuses(left)].flatMap(([pointer, { endpoint, status }]): ShapeChange[] => {
    const after = now.get(pointer)?.status;
    return after === undefined || after === status
      ? []
      : [{ endpoint, kind: 'status', pointer, before: status, after }];
  });
}
