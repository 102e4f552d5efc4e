import { describe, expect, it } from 'vitest';
import { cycles, wrongArrows } from './arrows.ts';
import { importTimeWork } from './import-time.ts';
import { readSources } from './sources.ts';

const sources = readSources();
/** The one file whose import is meant to do something. */
const PROGRAM = 'cli/main.ts';

describe('the sources', () => {
  it('import along the arrows of the design', () => {
    expect(wrongArrows(sources)).toEqual([]);
  });

  it('import without cycles', () => {
    expect(cycles(sources)).toEqual([]);
  });

  it('import only files that are there', () => {
    const paths = new Set(sources.map(({ path }) => path));
    const missing = sources.flatMap(({ path, imports }) =>
      imports.filter(to => to.endsWith('.ts') && !paths.has(to)).map(to => `${path} → ${to}`),
    );
    expect(missing).toEqual([]);
  });

  it('stay under 300 lines a file, and mostly far below', () => {
    const lengths = sources.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
    const sorted = lengths.map(({ lines }) => lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(80);
  });

  it('do nothing while they are imported', () => {
    expect(sources.filter(({ path }) => path !== PROGRAM).flatMap(importTimeWork)).toEqual([]);
  });
});

describe('the reader of imports', () => {
  const source = (path: string, imports: readonly string[] = [], text = '') => ({ path, text, imports });

  it('finds a wrong arrow', () => {
    expect(
      wrongArrows([
        source('report/html.ts', ['model/json.ts', 'run/plan.ts']),
        source('reference-neuron/host.ts', ['contract/notation/ast.ts', 'contract/spec.ts', 'peers/neuron/sign.ts']),
        source('run/plan.ts', ['cli/main.ts', 'reference-neuron/host.ts', 'suite/load.ts']),
        source('helpers/x.ts'),
        source('cli/main.ts', ['reference-neuron/host.ts']),
      ]),
    ).toEqual([
      'report/html.ts → run/plan.ts',
      'reference-neuron/host.ts → contract/spec.ts',
      'reference-neuron/host.ts → peers/neuron/sign.ts',
      'run/plan.ts → cli/main.ts',
      'run/plan.ts → reference-neuron/host.ts',
      'helpers/x.ts is in no folder of the design',
    ]);
  });

  it('finds a cycle, once', () => {
    expect(
      cycles([source('a.ts', ['b.ts']), source('b.ts', ['c.ts', 'd.ts']), source('c.ts', ['a.ts']), source('d.ts')]),
    ).toEqual(['a.ts → b.ts → c.ts → a.ts']);
  });

  it('finds work at import time, and none in functions', () => {
    const text = [
      "import { readFileSync } from 'node:fs';",
      "const text = readFileSync('x');",
      'let count = 0;',
      'count += 1;',
      'const home = process.env.HOME;',
      'export const later = () => readFileSync(process.cwd());',
      'export class Late { at = process.env.X; }',
      'export const table = new Map([[1, 2]]);',
    ].join('\n');
    expect(importTimeWork(source('x.ts', [], text))).toEqual([
      'x.ts:2 calls readFileSync',
      'x.ts:3 keeps a variable',
      'x.ts:4 runs a statement',
      'x.ts:5 reads process.env',
    ]);
  });
});
