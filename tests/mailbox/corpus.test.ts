import { readdir, readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { codeOfFile } from '../../src/peers/mailbox/index.ts';

const folder = new URL('../../fixtures/mails/', import.meta.url);
const expected: Record<string, { code: string | null; because: string }> = JSON.parse(
  await readFile(new URL('expected.json', folder), 'utf8'),
);
const rows: string[] = [];

afterAll(() => console.log(['mail | code | why', ...rows.sort()].join('\n')));

test('every mail of the corpus has its expectation, and there are enough of them', async () => {
  const files = (await readdir(folder)).filter(name => name.endsWith('.eml'));
  expect(files.sort()).toEqual(Object.keys(expected).sort());
  expect(files.length).toBeGreaterThanOrEqual(60);
});

describe('the corpus of mails', () => {
  test.each(Object.entries(expected))('%s', async (file, { code }) => {
    const reading = await codeOfFile(await readFile(new URL(file, folder)));
    rows.push(`${file} | ${reading.code ?? 'none'} | ${reading.why}`);
    expect(reading.code, reading.why).toBe(code);
  });
});
