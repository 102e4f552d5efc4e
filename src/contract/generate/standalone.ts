import type { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

/** What ajv writes that the functions work without. */
const SHORTENED: readonly (readonly [RegExp, string])[] = [
  [
    /const (err\d+) = (\{instancePath.*?\});\s*if\(vErrors === null\)\{\s*vErrors = \[\1\];\s*\}\s*else \{\s*vErrors\.push\(\1\);\s*\}/g,
    'vErrors = note(vErrors, $2);',
  ],
  [/,schemaPath:"(?:[^"\\]|\\.)*"/g, ''],
  [/\/\*# sourceURL=.*?\*\/\s*;/g, ''],
  // Of what ajv hands down, no keyword of ours asks for more than the path.
  [/\{instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors=\{\}\}=\{\}/g, 'instancePath=""'],
  [/\{instancePath:(.*?),parentData:.*?,rootData,dynamicAnchors\}/g, '$1'],
  [/\n{2,}/g, '\n'],
];

/**
 * CommonJS code of the functions that ajv compiled, exported under the names of `ids`. It is a third of what ajv
 * writes, because the time to load it follows its length.
 */
export function standaloneCode(ajv: Ajv2020, ids: Readonly<Record<string, string>>): string {
  const written = standalone.default(ajv, { ...ids });
  const short = SHORTENED.reduce((text, [pattern, needed]) => text.replaceAll(pattern, needed), written);
  const { code, table } = tabulated(withoutUnused(short));
  const note = `const E = [${table.join(',\n')}];
const note = (all, instancePath, kind) => {
const error = { instancePath, keyword: kind.keyword, params: kind.params };
if (all === null) return [error];
all.push(error);
return all;
};`;
  return code.replace('"use strict";', `"use strict";\n${note}`);
}

const NOTE = /note\(vErrors, \{instancePath(?::(.*?))?,keyword:("\w+"),params:(\{.*?\})\}\);$/gm;

/** Errors differ in few ways: each way stands once in a table, and the functions refer to it by number. */
function tabulated(code: string): { readonly code: string; readonly table: readonly string[] } {
  const numbers = new Map<string, number>();
  const short = code.replaceAll(NOTE, (_note, path: string | undefined, keyword: string, params: string) => {
    const error = `{keyword:${keyword},params:${params}}`;
    if (!isConstant(params)) return `note(vErrors, ${path ?? 'instancePath'}, ${error});`;
    const number = numbers.get(error) ?? numbers.size;
    numbers.set(error, number);
    return `note(vErrors, ${path ?? 'instancePath'}, E[${number}]);`;
  });
  return { code: short, table: [...numbers.keys()] };
}

/** Whether parameters hold nothing but texts and numbers, and so are the same at each call. */
const isConstant = (params: string): boolean =>
  /^\{(?:\w+: (?:"(?:[^"\\]|\\.)*"|-?[\d.]+)(?:,|(?=\})))*\}$/.test(params);

/** Ajv also writes each schema as a constant, though few functions read theirs. */
function withoutUnused(code: string): string {
  const uses = new Map<string, number>();
  for (const [name] of code.matchAll(/\bschema\d+\b/g)) uses.set(name, (uses.get(name) ?? 0) + 1);
  return code
    .split('\n')
    .filter(line => (uses.get(/^const (schema\d+) = /.exec(line)?.[1] ?? '') ?? 2) > 1)
    .join('\n');
}
