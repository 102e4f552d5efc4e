import type { Pattern } from '../../../src/contract/notation/index.ts';
import type { Spec } from '../../../src/contract/spec.ts';
import { patternOf, type Side } from '../../../src/contract/success.ts';

export const KINDS = ['missing', 'mistyped', 'out of range', 'undocumented'] as const;

/** A body that the notation forbids: what was done to an example, and how the schema must refuse it. */
export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  readonly pointer: string;
  readonly keywords: readonly string[];
  readonly body: unknown;
}

type Put = (change: (held: unknown) => unknown) => unknown;

/** All mutations of the examples of one side; one of each kind for each place. */
export function mutationsOf(spec: Spec, side: Side): readonly Mutation[] {
  const pattern = patternOf(spec, side);
  if (pattern === null) return [];
  const found = new Map<string, Mutation>();
  for (const example of spec.examples[side]) {
    for (const mutation of mutate(pattern, example, '', change => change(example), side)) {
      const key = `${mutation.kind} ${mutation.pointer.replaceAll(/\/\d+/g, '/0')} ${mutation.keywords}`;
      if (!found.has(key)) found.set(key, mutation);
    }
  }
  return [...found.values()];
}

function mutate(pattern: Pattern, value: unknown, pointer: string, put: Put, side: Side): Mutation[] {
  const mistyped = (wrong: unknown): Mutation => ({
    kind: 'mistyped',
    pointer,
    keywords: ['type'],
    body: put(() => wrong),
  });
  switch (pattern.kind) {
    case 'required':
    case 'optional':
      return mutate(pattern.pattern, value, pointer, put, side);
    case 'object':
      return [mistyped('no object'), ...(isRecord(value) ? mutateObject(pattern, value, pointer, put, side) : [])];
    case 'vector': {
      const elements: unknown[] = Array.isArray(value) ? value : [];
      const inside = elements.slice(0, 1).flatMap((element, index) => {
        const putElement: Put = change => put(() => elements.map((held, at) => (at === index ? change(held) : held)));
        return mutate(pattern.item, element, `${pointer}/${index}`, putElement, side);
      });
      const anything = side === 'answer' && isAnything(pattern.item);
      return anything ? [] : [mistyped(isText(pattern.item) ? 17 : 'no list'), ...inside];
    }
    case 'type':
      if (pattern.pattern.kind === 'vector' && side === 'answer') return [mistyped(17)];
      return [
        ...WRONG[pattern.type].map(mistyped),
        ...notADate(pattern, pointer, put),
        ...limits(pattern.pattern, pointer, put),
      ];
    case 'like':
      return [{ kind: 'out of range', pointer, keywords: ['pattern'], body: put(() => '\u0001') }];
    default:
      return [];
  }
}

function mutateObject(
  pattern: Pattern & { kind: 'object' },
  value: Readonly<Record<string, unknown>>,
  pointer: string,
  put: Put,
  side: Side,
): Mutation[] {
  const inside = pattern.members.flatMap(({ name, pattern: member }) => {
    const at = `${pointer}/${name}`;
    const putMember: Put = change => put(() => ({ ...value, [name]: change(value[name]) }));
    const { [name]: _left, ...others } = value;
    const missing: Mutation = { kind: 'missing', pointer: at, keywords: ['required'], body: put(() => others) };
    return [...(isNeeded(member) ? [missing] : []), ...mutate(member, value[name], at, putMember, side)];
  });
  const undocumented: Mutation = {
    kind: 'undocumented',
    pointer: `${pointer}/notInTheContract`,
    keywords: ['additionalProperties'],
    body: put(() => ({ ...value, notInTheContract: 1 })),
  };
  return [...inside, ...(side === 'request' && !pattern.open ? [undocumented] : [])];
}

const isNeeded = (pattern: Pattern): boolean =>
  pattern.kind === 'required' ||
  pattern.kind === 'object' ||
  (pattern.kind === 'vector' && !pattern.nullable && isNeeded(pattern.item));

const isAnything = (pattern: Pattern): boolean =>
  pattern.kind === 'variable' ||
  ((pattern.kind === 'required' || pattern.kind === 'optional') && isAnything(pattern.pattern));

const isText = (pattern: Pattern): boolean =>
  'pattern' in pattern && (pattern.kind === 'type' ? pattern.type === 'Str' : isText(pattern.pattern));

const WRONG: Readonly<Record<Extract<Pattern, { kind: 'type' }>['type'], readonly unknown[]>> = {
  Str: [17],
  Int: [1.5],
  Num: [true],
  Double: [true],
  Bool: [17],
  DateTime: [true],
  DateTimeUtc: [true],
  DateTimeLocal: [true],
  DateTimeOffset: [true],
  TimeSpan: [17],
  Duration: [17],
  Guid: [17],
  Uri: [17],
  Xml: [17],
};

const notADate = ({ type }: Pattern & { kind: 'type' }, pointer: string, put: Put): Mutation[] =>
  type.startsWith('DateTime')
    ? [{ kind: 'out of range', pointer, keywords: ['format', 'pattern'], body: put(() => 'next Tuesday') }]
    : [];

function limits(pattern: Pattern, pointer: string, put: Put): Mutation[] {
  if (pattern.kind === 'like') {
    return [{ kind: 'out of range', pointer, keywords: ['pattern'], body: put(() => '\u0001') }];
  }
  if (pattern.kind !== 'range') return [];
  const beyond = (end: typeof pattern.low, step: number, keywords: readonly [string, string]): Mutation[] => {
    if (end === undefined || end.bound.kind !== 'literal' || typeof end.bound.value !== 'number') return [];
    const wrong = end.inclusive ? end.bound.value + step : end.bound.value;
    return [
      { kind: 'out of range', pointer, keywords: [end.inclusive ? keywords[0] : keywords[1]], body: put(() => wrong) },
    ];
  };
  return [
    ...beyond(pattern.low, -1, ['minimum', 'exclusiveMinimum']),
    ...beyond(pattern.high, 1, ['maximum', 'exclusiveMaximum']),
  ];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
