import type { Pattern } from '../notation/ast.ts';

type Node = Readonly<Record<string, unknown>>;
interface Options {
  side: 'request' | 'answer';
  describe: (name: string) => string | undefined;
}
const TYPES: Record<string, Node> = {
  Str: { type: 'string' },
  Int: { type: 'integer' },
  Num: { type: 'number' },
  Double: { type: 'number' },
  Bool: { type: 'boolean' },
  Guid: { type: 'string', format: 'uuid' },
  Uri: { type: 'string' },
  Xml: { type: 'string' },
  Duration: { type: 'string', format: 'duration' },
  TimeSpan: { type: 'string' },
};
export function compilePattern(pattern: Pattern, options: Options, path = ''): Node {
  const { side } = options;
  switch (pattern.kind) {
    case 'object': {
      const required = pattern.members
        .filter(m => m.pattern.kind !== 'optional' && !(m.pattern.kind === 'vector' && m.pattern.nullable))
        .map(m => m.name);
      return {
        type: 'object',
        properties: Object.fromEntries(
          pattern.members.map(m => {
            const description = options.describe(path + m.name);
            const inner = compilePattern(m.pattern, options, `${path}${m.name}.`);
            return [m.name, description === undefined ? inner : { description, ...inner }];
          }),
        ),
        ...(required.length > 0 && { required }),
        ...(side === 'request' && !pattern.open && { additionalProperties: false }),
      };
    }
    case 'required':
      return compilePattern(pattern.pattern, options, path);
    case 'optional': {
      const inner = compilePattern(pattern.pattern, options, path);
      return side === 'answer' && Object.keys(inner).length > 0 ? { anyOf: [inner, { type: 'null' }] } : inner;
    }
    case 'vector': {
      const item = compilePattern(pattern.item, options, path);
      return side === 'request'
        ? { type: 'array', items: item }
        : { anyOf: [{ type: 'array', items: item }, item, ...(pattern.nullable ? [{ type: 'null' }] : [])] };
    }
    case 'type': {
      if (pattern.pattern.kind === 'vector')
        return compilePattern(
          { ...pattern.pattern, item: { ...pattern, pattern: pattern.pattern.item } },
          options,
          path,
        );
      if (pattern.type.startsWith('DateTime'))
        return { anyOf: [{ type: 'integer' }, { type: 'string', format: 'date-time' }] };
      return { ...TYPES[pattern.type], ...limits(pattern.pattern) };
    }
    default:
      return {};
  }
}
function limits(pattern: Pattern): Node {
  if (pattern.kind !== 'range') return {};
  const n = (l: typeof pattern.low) => (l?.bound.kind === 'literal' ? l.bound.value : undefined);
  return {
    ...(n(pattern.low) !== undefined && { [pattern.low?.inclusive ? 'minimum' : 'exclusiveMinimum']: n(pattern.low) }),
    ...(n(pattern.high) !== undefined && {
      [pattern.high?.inclusive ? 'maximum' : 'exclusiveMaximum']: n(pattern.high),
    }),
  };
}
