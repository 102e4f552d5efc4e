import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RunRecord } from '../../src/model/run-record.ts';
import { Secrets } from '../../src/model/secrets.ts';
import { readRecord, writeReports } from '../../src/report/index.ts';
import { failing, hostile, incomplete, large, passing } from './sample-record.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'report-'));
  const at = (made: RunRecord, day: number, target = made.run.target): RunRecord => ({
    ...made,
    run: {
      ...made.run,
      id: `run-${day}`,
      target,
      startedAt: `2026-11-${day}T02:00:00.000Z`,
      endedAt: `2026-11-${day}T02:00:06.000Z`,
    },
  });
  const runs: readonly (readonly [name: string, made: RunRecord])[] = [
    ['good', at(passing(), 19)],
    ['bad', at(failing(), 20)],
    ['late', at(incomplete(), 21)],
    ['other', at(passing(), 21, 'https://other.example.org')],
  ];
  for (const [name, made] of runs) {
    await writeReports(made, { dir: join(dir, name), formats: ['json', 'html'], secrets: new Secrets() });
  }
});
afterAll(() => rm(dir, { recursive: true }));

const command = (...args: readonly string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise(done => {
    execFile(
      process.execPath,
      [MAIN, ...args],
      { cwd: dir, env: { ...process.env, NO_COLOR: '1' } },
      (error, out, err) => done({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

describe('reading a report', () => {
  test.each([passing, failing, hostile, () => large(1200)])(
    'gives the record back from JSON and from the page, %o',
    async make => {
      const folder = join(dir, 'reading');
      await writeReports(make(), { dir: folder, formats: ['json', 'html'], secrets: new Secrets() });
      const written = JSON.parse(JSON.stringify(make()));
      expect(await readRecord(folder)).toEqual(written);
      expect(await readRecord(join(folder, 'report.html'))).toEqual(written);
    },
  );

  test.each([
    ['nothing there', null, 'There is no report at'],
    ['cut off', '{"schemaVersion":"1.0","suite"', 'is cut off or no JSON'],
    ['another page', '<!doctype html><p>Hello', 'is no report that this version can read: it must be object'],
    ['another version', JSON.stringify({ ...passing(), schemaVersion: '2.0' }), '/schemaVersion must match pattern'],
    ['a part missing', JSON.stringify({ ...passing(), suites: undefined }), "it must have required property 'suites'"],
  ])('says what is wrong: %s', async (_what, text, words) => {
    const file = join(dir, 'wrong.json');
    await rm(file, { force: true });
    if (text !== null) await writeFile(file, text);
    const { code, out, err } = await command('compare', 'good', file);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(words);
    expect(err).toMatch(/\n→ Name a report\.json/);
  });
});

test('compare prints what newly fails, and ends with 1', async () => {
  expect(await command('compare', 'good', 'bad/report.html')).toEqual({
    code: 1,
    err: '',
    out: [
      '✗ Do not release: https://neuron.example.com newly breaks 2 requirements (CREATE-DISABLED, LOGOUT-ENDS); 1 new warning.',
      '  https://neuron.example.com, 2026-11-19T02:00:00.000Z, smoke (run-19)',
      '  https://neuron.example.com, 2026-11-20T02:00:00.000Z, smoke (run-20)',
      '',
      'Newly failing (5)',
      '  ✗ journey/create CREATE-DISABLED The answer of Account/Create says at /enabled that the account is enabled before its address is verified.',
      '  ✗ journey/create-bob CREATE-DISABLED The answer of Account/Create says at /enabled that the account is enabled before its address is verified.',
      '  ✗ journey/refused LOGOUT-ENDS Account/Info answered 200 to a token that was logged out; it has to refuse with 401 or 403.',
      '  ▲ journey/refresh answer-time Account/Refresh took 4.1 s; answers are expected within 2 s.',
      '  ◇ encodings/info-xml XML-TYPE The XML answer is served as text/plain.',
      '',
      'Steps no longer judged (1)',
      '  journey/refused, 4 checks: the step no longer makes the check',
      '',
      'Answers (2)',
      '  Account/Refresh /tokenType added: none → string',
      '  Account/Info journey/refused status: 403 → 200',
      '',
    ].join('\n'),
  });
});

test('compare is 0 on the same run, 3 where less is tested, and gives JSON and a page', async () => {
  expect((await command('compare', 'bad', 'bad')).code).toBe(0);
  const { code, out } = await command('compare', 'good', 'late', '--json', '--html', 'compare.html');
  expect(code).toBe(3);
  const comparison = JSON.parse(out);
  expect(comparison.requirementsNoLongerTested).toHaveLength(3);
  const page = await readFile(join(dir, 'compare.html'), 'utf8');
  expect(page).toContain('No answer: nothing newly fails, but 3 required promises are no longer tested.');
  const data = page.slice(page.indexOf('id="comparison-data">') + 21, page.lastIndexOf('</script>'));
  expect(JSON.parse(data)).toEqual(comparison);
});

test('merge joins runs into hosts by requirements, the worst of what was tested', async () => {
  const { code, out } = await command('report', 'merge', 'good', 'bad/report.json', 'late', 'other', '--out', 'index');
  expect({ code, out }).toEqual({
    code: 1,
    out: 'Do not release: https://neuron.example.com breaks requirements.\nindex/index.html\n',
  });
  const merged = JSON.parse(await readFile(join(dir, 'index/index.json'), 'utf8'));
  expect(merged.hosts).toEqual(['https://neuron.example.com', 'https://other.example.org']);
  expect(merged.requirements.map(({ id, cells }: { id: string; cells: object[] }) => [id, ...cells])).toEqual([
    [
      'CREATE-DISABLED',
      { outcome: 'fail', tested: true, href: '../bad/report.html' },
      { outcome: 'pass', tested: true, href: '../other/report.html' },
    ],
    [
      'LOGIN-NONCE',
      { outcome: 'pass', tested: true, href: '../good/report.html' },
      { outcome: 'pass', tested: true, href: '../other/report.html' },
    ],
    [
      'POP-ONCE',
      { outcome: 'pass', tested: true, href: '../good/report.html' },
      { outcome: 'pass', tested: true, href: '../other/report.html' },
    ],
    [
      'LOGOUT-ENDS',
      { outcome: 'fail', tested: true, href: '../bad/report.html' },
      { outcome: 'pass', tested: true, href: '../other/report.html' },
    ],
    [
      'OPTIONS-204',
      { outcome: 'disabled', tested: false, href: '../good/report.html' },
      { outcome: 'disabled', tested: false, href: '../other/report.html' },
    ],
    [
      'APPLY-ID',
      { outcome: 'not-applicable', tested: false, href: '../good/report.html' },
      { outcome: 'not-applicable', tested: false, href: '../other/report.html' },
    ],
  ]);
  const page = await readFile(join(dir, 'index/index.html'), 'utf8');
  expect(page).toContain('href="../bad/report.html#requirement-LOGOUT-ENDS"');
});

test('trend shows runs over time, oldest first, and what moved', async () => {
  const { code, out } = await command('report', 'trend', 'late', 'bad', 'good', '--out', 'trend.html');
  expect(code).toBe(0);
  expect(out.split('\n').map(line => line.trimEnd())).toEqual([
    'https://neuron.example.com',
    '✓ 2026-11-19T02:00:00.000Z  0 of 4 failing  6 s  median 42 ms  Release: neuron.example.com keeps all 14 requirements that were tested.',
    '✗ 2026-11-20T02:00:00.000Z  2 of 4 failing  6 s  median 42 ms  Do not release: neuron.example.com breaks 2 requirements; log-out leaves tokens alive.',
    '◌ 2026-11-21T02:00:00.000Z  0 of 1 failing  6 s  median 118 ms  No answer: 3 requirements could not be tested, because no mail reached the mailbox.',
    '  ✓✓◌  LOGIN-NONCE',
    '  ✓✓◌  POP-ONCE',
    '  ✓✗◌  LOGOUT-ENDS',
    '  ✓✗✓  CREATE-DISABLED',
    '',
  ]);
  expect(await readFile(join(dir, 'trend.html'), 'utf8')).toContain('Requirements failing <b class="num">0 → 0</b>');
});

test('render writes a run again in other formats', async () => {
  const { code, out } = await command(
    'report',
    'render',
    'bad/report.html',
    '--format',
    'junit,markdown',
    '--out',
    'again',
  );
  expect({ code, out }).toEqual({ code: 0, out: 'again/junit.xml\nagain/summary.md\n' });
  expect(await command('report', 'render', 'bad', '--format', 'pdf')).toEqual({
    code: 2,
    out: '',
    err: 'There is no format "pdf".\n→ Choose of html, json, junit, har, ctrf, markdown.\n',
  });
});

test.each(['compare', 'report', 'report merge', 'report trend', 'report render'])(
  '%s explains itself, examples first',
  async name => {
    const { code, out } = await command(...name.split(' '), '--help');
    expect(code).toBe(0);
    expect(out).toMatch(/^Examples:\n {2}neuron-conformance /);
  },
);
