import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cli, folder } from '../verdicts/support.ts';

describe('an installation in a folder whose name an address writes otherwise', () => {
  const home = folder();
  const place = join(home, 'Åsas projects, 100 %');
  const main = join(place, 'dist/cli/main.js');

  beforeAll(() => {
    mkdirSync(place);
    symlinkSync(resolve('node_modules'), join(place, 'node_modules'));
    for (const name of ['dist', 'schemas', 'specs', 'suites', 'fixtures', 'package.json'])
      cpSync(name, join(place, name), { recursive: true });
  });
  afterAll(() => rmSync(home, { recursive: true }));

  test('prints the published schemas', async () => {
    const { code, stdout, stderr } = await cli(['schemas', 'show', 'Account/Login'], { main });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe((await cli(['schemas', 'show', 'Account/Login'])).stdout);
  });

  test('publishes the contract', async () => {
    const { code, stdout, stderr } = await cli(['schemas', 'openapi'], { main });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(readFileSync('schemas/agent-api/openapi.json', 'utf8'));
  });

  test('runs the journey and judges each answer', async () => {
    const { code, stderr, record } = await cli(['run', '--profile', 'smoke'], { main, formats: 'json,html' });
    expect({ code, stderr, outcome: record?.verdict.outcome }).toEqual({ code: 0, stderr: '', outcome: 'pass' });
  });
});
