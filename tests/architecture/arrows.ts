import type { Source } from './sources.ts';

/** Which folders of `src/` a folder may import besides itself; `*` for those that compose. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  model: [],
  contract: [],
  suite: ['model', 'contract'],
  checks: ['model', 'contract'],
  peers: ['model', 'contract'],
  run: ['model', 'contract', 'suite', 'checks', 'peers'],
  report: ['model'],
  'reference-neuron': ['contract/notation'],
  cli: ['*'],
  'index.ts': ['*'],
  'vitest.ts': ['*'],
};

/** The imports that go against the arrows, as `from → to`. */
export function wrongArrows(sources: readonly Source[]): string[] {
  return sources.flatMap(({ path, imports }) => {
    const from = path.split('/')[0] ?? path;
    const allowed = MAY_IMPORT[from];
    if (allowed === undefined) return [`${path} is in no folder of the design`];
    if (allowed.includes('*')) return [];
    return imports
      .filter(to => ![from, ...allowed].some(folder => to.startsWith(`${folder}/`)))
      .map(to => `${path} → ${to}`);
  });
}

/** Every file that can reach itself through imports, as the shortest way round. */
export function cycles(sources: readonly Source[]): string[] {
  const importsOf = new Map(sources.map(({ path, imports }) => [path, imports]));
  return sources.flatMap(({ path }) => {
    const way = shortestWay(path, path, importsOf);
    // Each cycle is told once, from its first file.
    return way === null || [...way].sort()[0] !== path ? [] : [[...way, path].join(' → ')];
  });
}

function shortestWay(
  from: string,
  to: string,
  importsOf: ReadonlyMap<string, readonly string[]>,
): readonly string[] | null {
  const seen = new Set<string>();
  let ways: (readonly string[])[] = [[from]];
  while (ways.length > 0) {
    const next: (readonly string[])[] = [];
    for (const way of ways) {
      for (const imported of importsOf.get(way.at(-1) ?? '') ?? []) {
        if (imported === to) return way;
        if (!seen.has(imported)) next.push([...way, imported]);
        seen.add(imported);
      }
    }
    ways = next;
  }
  return null;
}
