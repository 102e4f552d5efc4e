import type { Pattern } from '../ast.ts';
import { print } from '../print.ts';
import { acceptsNull } from './accepts-null.ts';
import { constraintsOf, numberKeywords, otherKeywords, textKeywords } from './constraints.ts';
import { type Mode, scalarSchema } from './scalars.ts';
import { ANY, anyOf, type JsonSchema, NEITHER_NULL_NOR_LIST, NOT_NULL, NULL, orEmpty, orNull } from './schema.ts';

export interface CompileOptions {
  /**
   * `request`: what a careful client sends; closed, absent instead of null. `answer`: what a correct host answers; open,
   * and where the notation lets a list be one value, or a value be null or empty, so does the schema.
   */
  readonly mode: Mode;
  /** What members mean, by dotted name such as `Properties.name`. */
  readonly descriptions?: Readonly<Record<string, string>>;
  /** Short names of members, by dotted name. */
  readonly titles?: Readonly<Record<string, string>>;
}

/** The JSON Schema 2020-12 of a pattern, valid in ajv's strict mode. It has no `$schema` and no `$id` yet. */
export function compilePattern(pattern: Pattern, options: CompileOptions): JsonSchema {
  return schemaOf(pattern, '', options);
}

function schemaOf(pattern: Pattern, path: string, options: CompileOptions): JsonSchema {
  if (pattern.kind === 'variable' || pattern.kind === 'unknown') return nullableSchema(pattern);
  const schema = nonNullSchema(pattern, path, options);
  return options.mode === 'answer' && acceptsNull(pattern) ? orNull(schema) : schema;
}

function nullableSchema(pattern: Pattern): JsonSchema {
  return pattern.kind === 'unknown' ? { $comment: `Not expressed: ${pattern.text}` } : ANY;
}

/** The schema of the values other than null. */
function nonNullSchema(pattern: Pattern, path: string, options: CompileOptions): JsonSchema {
  switch (pattern.kind) {
    case 'required':
      return nonNullSchema(pattern.pattern, path, options);
    case 'optional': {
      const schema = nonNullSchema(pattern.pattern, path, options);
      return options.mode === 'answer' ? orEmpty(schema) : schema;
    }
    case 'type':
      return typeSchema(pattern, path, options);
    case 'object':
      return objectSchema(pattern, path, options);
    case 'tuple':
      return tupleSchema(pattern.items, path, options);
    case 'vector':
      return vectorSchema(pattern.item, path, options);
    case 'range':
    case 'compare':
    case 'like':
      return constrainedSchema(pattern, path, options);
    case 'literal':
      return pattern.value === null ? NULL : { const: pattern.value };
    case 'variable':
      return NOT_NULL;
    case 'unknown':
      return { ...NOT_NULL, ...nullableSchema(pattern) };
  }
}

/** `Str(P[])` is one value that the engine makes a list of: hosts answer with a list, clients send one value. */
function typeSchema({ type, pattern }: Pattern & { kind: 'type' }, path: string, options: CompileOptions): JsonSchema {
  const schema = scalarSchema(type, constraintsOf(pattern), options.mode);
  if (pattern.kind !== 'vector' || options.mode === 'request') return schema;
  return vectorSchema({ kind: 'type', type, pattern: pattern.item }, path, options);
}

function objectSchema(pattern: Pattern & { kind: 'object' }, path: string, options: CompileOptions): JsonSchema {
  const { members } = pattern;
  const required = members.filter(member => !acceptsNull(member.pattern)).map(member => member.name);
  const properties = Object.fromEntries(
    members.map(({ name, pattern: inner }) => {
      const innerPath = path === '' ? name : `${path}.${name}`;
      return [name, { ...documentation(innerPath, options), ...schemaOf(inner, innerPath, options) }];
    }),
  );
  return {
    type: 'object',
    ...(members.length > 0 && { properties }),
    ...(required.length > 0 && { required }),
    ...(options.mode === 'request' && !pattern.open && { additionalProperties: false }),
  };
}

function documentation(path: string, { titles, descriptions }: CompileOptions): JsonSchema {
  const title = titles?.[path];
  const description = descriptions?.[path];
  return { ...(title !== undefined && { title }), ...(description !== undefined && { description }) };
}

function tupleSchema(items: readonly Pattern[], path: string, options: CompileOptions): JsonSchema {
  if (items.length === 0) return { type: 'array', maxItems: 0 };
  const prefixItems = items.map(item => schemaOf(item, path, options));
  return { type: 'array', prefixItems, items: false, minItems: items.length };
}

/** A host may answer a list of one as that one. An element is null only where the notation says so of elements. */
function vectorSchema(element: Pattern, path: string, options: CompileOptions): JsonSchema {
  const one = nonNullSchema(element, path, options);
  const items = element.kind === 'type' ? one : schemaOf(element, path, options);
  const list: JsonSchema = { type: 'array', ...(items !== ANY && { items }) };
  if (options.mode === 'request') return list;
  return anyOf(list, one === NOT_NULL ? NEITHER_NULL_NOR_LIST : one);
}

type Constrained = Extract<Pattern, { kind: 'range' | 'compare' | 'like' }>;

/** A range, comparison or regular expression around a pattern: around a type it is the same as inside. */
function constrainedSchema(pattern: Constrained, path: string, options: CompileOptions): JsonSchema {
  const constraints = constraintsOf(pattern);
  const inner = innermost(pattern);
  if (inner.kind === 'type') return scalarSchema(inner.type, constraints, options.mode);
  if (inner.kind !== 'variable' && inner.kind !== 'literal') {
    return { ...nonNullSchema(inner, path, options), $comment: `The notation asks for: ${print(pattern, '')}` };
  }
  if (pattern.kind === 'compare') return otherKeywords(constraints);
  if (pattern.kind === 'like') return pattern.negated ? {} : { type: 'string', ...textKeywords(constraints) };
  const isNumeric = [pattern.low, pattern.high].every(
    end => end === undefined || (end.bound.kind === 'literal' && typeof end.bound.value === 'number'),
  );
  return isNumeric
    ? { type: 'number', ...numberKeywords(constraints) }
    : { ...NOT_NULL, ...otherKeywords(constraints) };
}

function innermost(pattern: Pattern): Pattern {
  const goesOn = ['range', 'compare', 'like', 'required', 'optional'].includes(pattern.kind);
  return goesOn && 'pattern' in pattern ? innermost(pattern.pattern) : pattern;
}
