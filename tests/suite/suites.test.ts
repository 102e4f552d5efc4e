import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadLibrary } from '../../src/cli/compose/library.ts';
import { fullNode } from '../../src/suite/yaml/full.ts';
import { quickNode } from '../../src/suite/yaml/quick.ts';

const library = loadLibrary();
const suites = library.suiteIds.map(id => library.suite(id));

describe.each(suites)('the suite $id', suite => {
  test('is named like its file', () => {
    expect(suite.file).toMatch(new RegExp(`(^|/)${suite.id}\\.yaml$`));
  });

  test('is read the same by the quick reader and by the whole one', () => {
    const text = readFileSync(join(process.cwd(), suite.file), 'utf8');
    expect(quickNode(text)).toEqual(fullNode(text));
  });
});

test('every profile names suites that there are', () => {
  for (const profile of library.profiles) for (const name of profile.suites) expect(library.suiteIds).toContain(name);
});
