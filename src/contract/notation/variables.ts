import type { Pattern } from './ast.ts';

/** The names that a pattern binds, in order, each once. */
export function variablesOf(pattern: Pattern): readonly string[] {
  return [...new Set(collect(pattern))];
}

function* collect(pattern: Pattern): Iterable<string> {
  switch (pattern.kind) {
    case 'variable':
      yield pattern.name;
      return;
    case 'object':
      for (const member of pattern.members) yield* collect(member.pattern);
      return;
    case 'tuple':
      for (const item of pattern.items) yield* collect(item);
      return;
    case 'vector':
      yield* collect(pattern.item);
      return;
    case 'literal':
    case 'unknown':
      return;
    default:
      yield* collect(pattern.pattern);
  }
}
