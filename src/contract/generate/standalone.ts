import type { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

const PUSH =
  /const (err\d+) = (\{instancePath.*?\});\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}\s*errors\+\+;/g;
const HELPER = 'const note = (all, error) => (all === null ? [error] : (all.push(error), all));';

/**
 * CommonJS code of the functions that ajv compiled, exported under the names of `ids`. Ajv writes a block for each
 * possible error; half of the text goes, and with it half of the time to load it, when those become calls.
 */
export function standaloneCode(ajv: Ajv2020, ids: Readonly<Record<string, string>>): string {
  const code = standalone
    .default(ajv, { ...ids })
    .replace('"use strict";', `"use strict";\n${HELPER}`)
    .replaceAll(PUSH, 'vErrors = note(vErrors, $2);\nerrors++;')
    .replaceAll(/,schemaPath:"(?:[^"\\]|\\.)*"/g, '')
    .replaceAll(/\/\*# sourceURL=.*?\*\/\s*;/g, '');
  return withoutUnused(code);
}

/** Ajv also writes each schema as a constant, though few functions read theirs. */
function withoutUnused(code: string): string {
  const uses = new Map<string, number>();
  for (const [name] of code.matchAll(/\bschema\d+\b/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  return code
    .split('\n')
    .filter(line => (uses.get(/^const (schema\d+) = /.exec(line)?.[1] ?? '') ?? 2) > 1)
    .join('\n');
}
