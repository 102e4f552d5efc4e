import type { Member, Pattern } from '../notation/ast.ts';

/** The members of the object that a pattern describes, seen through wrappers and lists; empty for other patterns. */
export function objectMembers(pattern: Pattern | null): readonly Member[] {
  switch (pattern?.kind) {
    case 'object':
      return pattern.members;
    case 'required':
    case 'optional':
      return objectMembers(pattern.pattern);
    case 'vector':
      return objectMembers(pattern.item);
    default:
      return [];
  }
}

/** Dotted names of all members at all depths, in the order of the pattern: `Properties`, `Properties.name`. */
export function memberNames(pattern: Pattern | null, prefix = ''): readonly string[] {
  return objectMembers(pattern).flatMap(member => {
    const name = prefix + member.name;
    return [name, ...memberNames(member.pattern, `${name}.`)];
  });
}
