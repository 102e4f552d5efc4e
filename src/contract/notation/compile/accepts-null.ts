import type { Pattern } from '../ast.ts';

/** Whether the engine lets a missing member (or null) pass, without regard to the values around it. */
export function acceptsNull(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'optional':
    case 'variable':
    case 'unknown':
      return true;
    case 'type':
      return pattern.type === 'Str' && acceptsNull(pattern.pattern);
    case 'literal':
      return pattern.value === null;
    case 'vector':
      return pattern.nullable || acceptsNull(pattern.item);
    case 'compare':
      return pattern.operator === '!=' && acceptsNull(pattern.pattern);
    case 'like':
      return pattern.negated;
    default:
      return false;
  }
}
