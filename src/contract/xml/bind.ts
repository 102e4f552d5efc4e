import { type Pattern, variablesOf } from '../notation/index.ts';

/** What the variables of a pattern hold after it met a value; each list in the value opens a scope per element. */
export interface Scope {
  readonly variables: Map<string, unknown>;
  /** Values by member name, for XML patterns whose variables are named otherwise. */
  readonly members: Map<string, unknown>;
  readonly lists: { readonly variables: readonly string[]; readonly items: readonly Scope[] }[];
}

const emptyScope = (): Scope => ({ variables: new Map(), members: new Map(), lists: [] });

/** Walks a value along its pattern and notes what each variable meets. The value must match the pattern. */
export function bind(pattern: Pattern, value: unknown, scope: Scope = emptyScope()): Scope {
  switch (pattern.kind) {
    case 'object':
      for (const member of pattern.members) {
        const held = isRecord(value) ? value[member.name] : undefined;
        scope.members.set(member.name, held);
        bind(member.pattern, held, scope);
      }
      return scope;
    case 'variable':
      scope.variables.set(pattern.name, value);
      return scope;
    case 'vector':
      scope.lists.push({
        variables: variablesOf(pattern.item),
        items: elements(value).map(item => bind(pattern.item, item)),
      });
      return scope;
    case 'tuple':
      for (const [index, item] of pattern.items.entries()) bind(item, elements(value)[index], scope);
      return scope;
    case 'literal':
    case 'unknown':
      return scope;
    default:
      return bind(pattern.pattern, value, scope);
  }
}

const elements = (value: unknown): readonly unknown[] =>
  value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
