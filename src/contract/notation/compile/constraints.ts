import type { Bound, Pattern } from '../ast.ts';
import { engineRegex } from '../match/regex.ts';
import { print } from '../print.ts';
import type { JsonSchema } from './schema.ts';

/** What ranges, comparisons and regular expressions around and inside a type ask of the value. */
export type Constraint = Extract<Pattern, { kind: 'range' | 'compare' | 'like' | 'literal' }>;

/** The constraints on the way from a scalar pattern to its variable. */
export function constraintsOf(pattern: Pattern): readonly Constraint[] {
  switch (pattern.kind) {
    case 'range':
    case 'compare':
    case 'like':
      return [pattern, ...constraintsOf(pattern.pattern)];
    case 'literal':
      return [pattern];
    case 'required':
    case 'optional':
    case 'type':
      return constraintsOf(pattern.pattern);
    default:
      return [];
  }
}

/** Keywords for a number. */
export function numberKeywords(constraints: readonly Constraint[]): JsonSchema {
  return merge(constraints, constraint => {
    if (constraint.kind !== 'range') return undefined;
    const low = limit(constraint.low, 'minimum', 'exclusiveMinimum');
    const high = limit(constraint.high, 'maximum', 'exclusiveMaximum');
    return low === undefined || high === undefined ? undefined : { ...low, ...high };
  });
}

/** Keywords for a text. */
export function textKeywords(constraints: readonly Constraint[]): JsonSchema {
  return merge(constraints, constraint => {
    if (constraint.kind !== 'like') return undefined;
    const pattern = schemaRegex(constraint.regex);
    if (pattern === undefined) return undefined;
    return constraint.negated ? { not: { type: 'string', pattern } } : { pattern };
  });
}

/** Keywords for any other value: only equality can be expressed. */
export function otherKeywords(constraints: readonly Constraint[]): JsonSchema {
  return merge(constraints, () => undefined);
}

/** Puts keywords together; what has none, or would overwrite another's, is told in `$comment`. */
function merge(
  constraints: readonly Constraint[],
  keywordsOf: (one: Constraint) => JsonSchema | undefined,
): JsonSchema {
  const merged: Record<string, unknown> = {};
  const comments: string[] = [];
  for (const constraint of constraints) {
    const keywords = keywordsOf(constraint) ?? equality(constraint);
    if (keywords === undefined || Object.keys(keywords).some(key => key in merged)) {
      comments.push(`The notation asks for: ${print(constraint, '')}`);
    } else {
      Object.assign(merged, keywords);
    }
  }
  return comments.length === 0 ? merged : { ...merged, $comment: comments.join('; ') };
}

function equality(constraint: Constraint): JsonSchema | undefined {
  if (constraint.kind === 'literal') return { const: constraint.value };
  if (constraint.kind !== 'compare' || constraint.bound.kind !== 'literal') return undefined;
  const same = { const: constraint.bound.value };
  return constraint.operator === '=' ? same : { not: same };
}

type End = { readonly bound: Bound; readonly inclusive: boolean } | undefined;

function limit(end: End, inclusive: string, exclusive: string): JsonSchema | undefined {
  if (end === undefined) return {};
  if (end.bound.kind !== 'literal' || typeof end.bound.value !== 'number') return undefined;
  return { [end.inclusive ? inclusive : exclusive]: end.bound.value };
}

/** JSON Schema searches anywhere too; where the engine's dialect differs, its translation is used. */
function schemaRegex(regex: string): string | undefined {
  return regexSource(() => new RegExp(regex, 'u')) ?? regexSource(() => engineRegex(regex));
}

function regexSource(make: () => RegExp): string | undefined {
  try {
    return make().source;
  } catch {
    return undefined;
  }
}
