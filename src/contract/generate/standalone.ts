import type { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

const HELPER = 'const note = (all, error) => (all === null ? [error] : (all.push(error), all));';

/** What ajv writes that the functions work without: half of the text, and with it half of the time to load it. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [
    /const (err\d+) = (\{instancePath.*?\});\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}/g,
    'vErrors = note(vErrors, $2);',
  ],
  [/,schemaPath:"(?:[^"\\]|\\.)*"/g, ''],
  [/\/\*# sourceURL=.*?\*\/\s*;/g, ''],
  // Which members were evaluated matters to unevaluatedProperties alone, which no schema of ours has.
  [
    /const (evaluated\d+) = validate\d+\.evaluated;\s*(?:if\(\1\.dynamic(?:Props|Items)\)\{\s*\1\.\w+ = undefined;\s*\}\s*)+/g,
    '',
  ],
  [/^validate\d+\.evaluated = .*;$/gm, ''],
  [/\n{2,}/g, '\n'],
];

/** CommonJS code of the functions that ajv compiled, exported under the names of `ids`. */
export function standaloneCode(ajv: Ajv2020, ids: Readonly<Record<string, string>>): string {
  const code = standalone.default(ajv, { ...ids }).replace('"use strict";', `"use strict";\n${HELPER}`);
  return withoutUnused(SHORTENED.reduce((text, [written, needed]) => text.replaceAll(written, needed), code));
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
