import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Secrets } from '../../src/model/secrets.ts';
import { DEFAULT_FORMATS } from '../../src/report/formats.ts';
import { REPORTERS, writeReports } from '../../src/report/index.ts';
import { writeAll } from '../../src/report/write.ts';
import { failing, hostile, incomplete, interrupted, passing } from './sample-record.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'report-'));
});
afterEach(() => rm(dir, { recursive: true }));

const formats = REPORTERS.map(({ format }) => format);

test.each([passing, failing, interrupted, incomplete, hostile])('every format writes the record of %o', async make => {
  const result = await writeReports(make(), { dir, formats, secrets: new Secrets() });
  expect(result.broken).toEqual([]);
  expect((await readdir(dir)).sort()).toEqual([
    'ctrf.json',
    'exchanges.har',
    'junit.xml',
    'report.html',
    'report.json',
    'summary.md',
  ]);
  for (const { file, bytes, leaks } of result.artefacts) {
    expect(leaks).toEqual([]);
    expect((await stat(file)).size).toBe(bytes);
  }
});

test('the default formats are the four files that a run promises', async () => {
  await writeReports(passing(), { dir, formats: DEFAULT_FORMATS, secrets: new Secrets() });
  expect((await readdir(dir)).sort()).toEqual(['exchanges.har', 'junit.xml', 'report.html', 'report.json']);
});

test('a reporter that breaks is named and breaks no other', async () => {
  const broken = {
    format: 'broken',
    file: 'broken.txt',
    render: () => {
      throw new Error('no paper');
    },
  };
  const fine = { format: 'fine', file: 'fine.txt', render: () => 'fine' };
  const result = await writeAll(passing(), { dir, reporters: [broken, fine], secrets: new Secrets() });
  expect(result).toEqual({
    artefacts: [{ format: 'fine', file: join(dir, 'fine.txt'), bytes: 4, leaks: [] }],
    broken: [{ format: 'broken', message: 'no paper' }],
    secrets: 0,
    leaks: 0,
  });
  expect(await readdir(dir)).toEqual(['fine.txt']);
});

test('a reporter that leaks finds its file in a quarantine that only the owner can read', async () => {
  const secrets = new Secrets();
  secrets.taint('password', 'alice', 'correct horse battery staple');
  const leaky = { format: 'leaky', file: 'leaky.txt', render: () => 'so: correct horse battery staple' };
  const result = await writeAll(passing(), { dir, reporters: [leaky], secrets });
  const file = join(dir, 'quarantine', 'leaky.txt');
  expect(result).toEqual({
    artefacts: [{ format: 'leaky', file, bytes: 32, leaks: [{ name: '«password:alice»', form: 'plain', offset: 4 }] }],
    broken: [],
    secrets: 1,
    leaks: 1,
  });
  expect(await readdir(dir)).toEqual(['quarantine']);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(join(dir, 'quarantine'))).mode & 0o777).toBe(0o700);
  expect(await readFile(file, 'utf8')).toBe('so: correct horse battery staple');
});
