import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

export interface Source {
  /** From `src/`, with slashes: `run/plan.ts`. */
  readonly path: string;
  readonly text: string;
  /** The files of ours that it imports, statically or lazily, for values or types. */
  readonly imports: readonly string[];
}

/** Every TypeScript file below `src/`. */
export function readSources(): readonly Source[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name))
    .map(name => {
      const file = join(SRC, name);
      const text = readFileSync(file, 'utf8');
      const imports = ts
        .preProcessFile(text, true, true)
        .importedFiles.map(({ fileName }) => fileName)
        .filter(specifier => specifier.startsWith('.'))
        .map(specifier => slashes(relative(SRC, resolve(dirname(file), specifier))));
      return { path: slashes(name), text, imports };
    })
    .sort((a, b) => a.path.localeCompare(b.path));
}

const slashes = (path: string): string => path.split(sep).join('/');
