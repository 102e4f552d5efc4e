import { isObject, type Json } from '../model/json.ts';
import { TEXT_ALTERATIONS, type Template, TOKEN_ALTERATIONS } from '../suite/index.ts';

/** Thrown inside the engine when a reference has no value yet: its step failed. Becomes could-not-test, never an exit. */
export class Unresolved extends Error {
  /** The step or actor that has no such value. */
  readonly root: string;

  constructor(text: string, root: string) {
    super(`${text} has no value`);
    this.root = root;
  }
}

/** The values that references name: actors, earlier steps and the reserved roots. */
export type Values = (root: string) => Json | undefined;

/** A template with its references filled in; undefined for `!missing`. Members that are missing are left out. */
export function resolve(template: Template, values: Values, example: Json | undefined): Json | undefined {
  switch (template.kind) {
    case 'literal':
      return template.value;
    case 'text': {
      const value = resolve(template.of, values, example);
      return value === undefined ? undefined : String(value);
    }
    case 'altered': {
      const value = resolve(template.of, values, example);
      const way = [...TOKEN_ALTERATIONS, ...TEXT_ALTERATIONS].find(({ id }) => id === template.way);
      return value === undefined || value === null ? value : way?.alter(String(value));
    }
    case 'missing':
      return undefined;
    case 'example':
      return example;
    case 'reference':
      return dereference(template.root, template.path, template.text, values);
    case 'list':
      return template.items.map(item => resolve(item, values, example) ?? null);
    case 'map':
      return Object.fromEntries(
        Object.entries(template.members).flatMap(([name, member]) => {
          const value = resolve(member, values, example);
          return value === undefined ? [] : [[name, value]];
        }),
      );
  }
}

/** Roots whose first name is that of a step. */
const BY_STEP: ReadonlySet<string> = new Set(['sent', 'status', 'headers']);

function dereference(root: string, path: readonly string[], text: string, values: Values): Json {
  let here = values(root);
  for (const name of path) {
    if (Array.isArray(here)) here = here[Number(name)];
    else here = isObject(here) && Object.hasOwn(here, name) ? here[name] : undefined;
  }
  if (here === undefined || here === null) throw new Unresolved(text, BY_STEP.has(root) ? (path[0] ?? root) : root);
  return here;
}
