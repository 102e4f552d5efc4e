import type { XmlPattern } from './ast.ts';
import { variablesOf } from './variables.ts';

/** The names that an XML pattern binds, in order, each once. */
export function xmlVariablesOf(pattern: XmlPattern): readonly string[] {
  return [...new Set(collect(pattern))];
}

function* collect({ attributes, content }: XmlPattern): Iterable<string> {
  for (const attribute of attributes) yield* variablesOf(attribute.pattern);
  for (const item of content) {
    if (item.kind === 'embedded') yield* variablesOf(item.pattern);
    if (item.kind === 'element') yield* collect(item.element);
  }
}
