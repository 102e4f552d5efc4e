import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKS } from '../../src/checks/index.ts';
import { loadLibrary } from '../../src/cli/compose/library.ts';
import { expand } from '../../src/run/expand.ts';
import { BODY_ALTERATIONS, ENCODINGS, parseSuite, TOKEN_ALTERATIONS } from '../../src/suite/index.ts';
import { cli, folder, world } from '../verdicts/support.ts';

const page = readFileSync('docs/write-a-suite.md', 'utf8');
const blocks = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text = '']) => text);
const schema = JSON.parse(readFileSync('schemas/suite.schema.json', 'utf8'));

describe('whoever has read only docs/write-a-suite.md', () => {
  test('runs its first suite without a target, and against a host', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'contacts.yaml'), blocks[0] ?? '');
    const host = await world();
    const runs = [
      await cli(['run', '--suite', 'contacts.yaml'], { cwd }),
      await cli(['run', '--suite', 'contacts.yaml'], { cwd, env: host.env }),
    ];
    await host.stop();
    for (const { code, stderr, record } of runs) {
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(record?.suites.map(({ id, steps }) => [id, steps.map(step => [step.id, step.outcome])])).toEqual([
        [
          'contacts',
          [
            'create',
            'code',
            'verify',
            'add',
            'look',
            'without-a-token[with.token=missing]',
            'without-a-token[with.token=garbage]',
          ].map(id => [id, 'pass']),
        ],
      ]);
    }
  });

  test('finds that it fails when the host does', async () => {
    const cwd = folder();
    const text = (blocks[0] ?? '').replace('expect: { enabled: false }', 'expect: { enabled: true }');
    writeFileSync(join(cwd, 'contacts.yaml'), text);
    const { code, record } = await cli(['run', '--suite', 'contacts.yaml'], { cwd });
    expect(code).toBe(1);
    expect(record?.suites[0]?.steps[0]?.findings).toMatchObject([
      { check: 'expected', requirement: 'CREATE-DISABLED', outcome: 'fail', expected: true, actual: false },
    ]);
  });
});

describe('the page', () => {
  const { contract, vocabulary } = loadLibrary();

  test.each(blocks.slice(1).map(block => [/id: (\S+)/.exec(block)?.[1] ?? '', block]))(
    'shows steps that can be planned: %s',
    (_, block) => {
      const login = '- { id: login, call: Account/Login, as: alice }\n';
      const text = `suite: shown\ntitle: T\nactors: [alice, bob]\nsteps:\n${(login + block).replace(/^(?=.)/gm, '  ')}`;
      expect(expand(parseSuite(text, 'shown.yaml', vocabulary).steps, contract, CHECKS).length).toBeGreaterThan(1);
    },
  );

  test('names every word of the vocabulary', () => {
    const { step } = schema.$defs;
    const words = [
      ...Object.keys(schema.properties),
      ...Object.keys(step.properties).filter(name => !['id', 'title'].includes(name)),
      ...['sign', 'with', 'over', 'answers', 'spends'].flatMap(name => Object.keys(step.properties[name].properties)),
      ...schema.properties.needs.items.enum,
      ...step.properties.receive.enum,
      ...TOKEN_ALTERATIONS.map(({ id }) => id),
      ...BODY_ALTERATIONS.map(({ id }) => id),
      ...ENCODINGS,
    ];
    expect(words.filter(word => !new RegExp(`\`${word}(\`|:)`).test(page))).toEqual([]);
    const tags = [
      'missing',
      'example',
      'text',
      'altered',
      'any',
      'present',
      'empty',
      'not',
      'like',
      'one-of',
      'between',
    ];
    expect(tags.filter(tag => !page.includes(`\`!${tag}`))).toEqual([]);
  });

  test('lists exactly the checks that a step can name, in the order of their names', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` \| (.+) \|$/gm)].map(([, id, title]) => [id, title]);
    const asked = ['answer-headers', 'expected', 'dialect-known'];
    const named = CHECKS.filter(({ id, standing }) => standing.length === 0 && !asked.includes(id));
    const expected = named.map(({ id, title }) => [id, title]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
    expect(rows.filter(([id]) => CHECKS.some(check => check.id === id))).toEqual(expected);
  });
});
