import type { Pattern } from '../notation/ast.ts';
import type { Shape } from '../shape.ts';
import type { Catalogue } from '../spec.ts';
import { successOf } from '../success.ts';

/** For each endpoint whose answer is described, the members that it names. */
export function answerShapes(catalogue: Catalogue): Readonly<Record<string, Shape>> {
  const entries = catalogue.endpoints.flatMap(spec => {
    const pattern = successOf(spec.answers)?.pattern ?? null;
    return pattern === null ? [] : [[spec.endpoint, shapeOf(pattern)] as const];
  });
  return Object.fromEntries(entries);
}

function shapeOf(pattern: Pattern): Shape {
  switch (pattern.kind) {
    case 'object':
      return pattern.open
        ? null
        : Object.fromEntries(pattern.members.map(member => [member.name, shapeOf(member.pattern)]));
    case 'required':
    case 'optional':
      return shapeOf(pattern.pattern);
    case 'vector':
      return shapeOf(pattern.item);
    default:
      return null;
  }
}
