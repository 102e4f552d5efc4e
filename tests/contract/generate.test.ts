import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A copy of what generating reads and writes, so that the checkout stays as it is. */
function copy(): string {
  const folder = mkdtempSync(join(tmpdir(), 'generate-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const name of ['specs', 'schemas/agent-api', 'dist/contract', 'scripts/generate.mjs', 'package.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  mkdirSync(join(folder, 'docs'));
  cpSync(join(root, 'docs/agent-api.md'), join(folder, 'docs/agent-api.md'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function generate(folder: string, ...args: readonly string[]): { status: number | null; stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [join(folder, 'scripts/generate.mjs'), ...args], {
    encoding: 'utf8',
  });
  return { status, stderr };
}

const IN_STEP = { status: 0, stderr: '' };

test('the committed files are in step with the specs', { timeout: 20_000 }, () => {
  expect(generate(copy(), '--check')).toEqual(IN_STEP);
});

test('drift in schemas, docs and specs is found by name, and --write mends it', { timeout: 30_000 }, () => {
  const folder = copy();
  appendFileSync(join(folder, 'docs/agent-api.md'), 'More.\n');
  appendFileSync(join(folder, 'schemas/agent-api/Account.Login.request.json'), '\n');
  rmSync(join(folder, 'schemas/agent-api/common.json'));
  writeFileSync(join(folder, 'schemas/agent-api/Account.Sing.request.json'), '{}\n');
  expect(generate(folder, '--check')).toEqual({
    status: 1,
    stderr: `Out of step with specs/:
  schemas/agent-api/Account.Login.request.json
  schemas/agent-api/common.json
  docs/agent-api.md
  schemas/agent-api/Account.Sing.request.json
Run: node scripts/generate.mjs --write
`,
  });
  expect(generate(folder, '--write')).toEqual(IN_STEP);
  expect(generate(folder, '--check')).toEqual(IN_STEP);

  const spec = join(folder, 'specs/Account/Refresh.yaml');
  writeFileSync(spec, readFileSync(spec, 'utf8').replace('PSeconds <= 3600', 'PSeconds <= 7200'));
  expect(generate(folder, '--check')).toEqual({
    status: 1,
    stderr: `Out of step with specs/:
  schemas/agent-api/Account.Refresh.request.json
  schemas/agent-api/openapi.json
  docs/agent-api.md
Run: node scripts/generate.mjs --write
`,
  });
});

test('a wrong spec stops the build with file, line and column', { timeout: 20_000 }, () => {
  const folder = copy();
  const spec = join(folder, 'specs/Account/Refresh.yaml');
  const text = readFileSync(spec, 'utf8');
  writeFileSync(spec, text.replace('auth: bearer', 'auth: bearr'));
  const line = text.split('\n').indexOf('auth: bearer') + 1;
  expect(generate(folder)).toEqual({
    status: 1,
    stderr: `specs/Account/Refresh.yaml:${line}:7: auth: expected one of none, bearer, basic, session, got "bearr". Did you mean "bearer"?\n`,
  });
});
