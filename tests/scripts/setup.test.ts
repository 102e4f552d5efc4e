import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';

const SCRIPTS = fileURLToPath(new URL('../../scripts', import.meta.url));
const LOCK = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-darwin': { version: '1.0.0', optional: true },
  },
};

/** A project with our set-up, whose npm and build only say that they were called. */
function project() {
  const root = mkdtempSync(join(tmpdir(), 'neuron-setup-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text, { mode: 0o755 });
  };
  const install = (lock: object) => write('node_modules/.package-lock.json', JSON.stringify(lock));
  cpSync(SCRIPTS, join(root, 'scripts'), { recursive: true });
  write('package-lock.json', JSON.stringify(LOCK));
  write('src/index.ts', 'export {};');
  write(
    'bin/npm',
    `#!/bin/sh\necho "$@" >> calls\nmkdir -p node_modules && cp package-lock.json node_modules/.package-lock.json\nexit \${NPM_FAILS:-0}\n`,
  );
  write(
    'scripts/build.mjs',
    "import { mkdirSync, writeFileSync } from 'node:fs';\nimport { digestOfInputs } from './lib/inputs.mjs';\nmkdirSync('dist', { recursive: true });\nwriteFileSync('dist/.inputs', digestOfInputs('.'));\n",
  );
  const setup = (env: Record<string, string> = {}) => {
    const PATH = `${join(root, 'bin')}:${process.env.PATH}`;
    const { stdout, stderr, status } = spawnSync(process.execPath, ['scripts/setup.mjs'], {
      cwd: root,
      env: { PATH, ...env },
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  };
  return { write, install, setup };
}

const INSTALLING = 'Installing the dependencies …\n';
const BUILDING = 'Building …\n';
const done = (stderr: string) => ({ stdout: '', stderr, status: 0 });

describe('set-up', () => {
  it('installs and builds a fresh clone, and then has nothing to say', () => {
    const { setup } = project();
    expect(setup()).toEqual(done(INSTALLING + BUILDING));
    expect(setup()).toEqual(done(''));
  });

  it('installs again when the lock file asks for something else', () => {
    const { setup, write } = project();
    setup();
    write(
      'package-lock.json',
      JSON.stringify({ packages: { ...LOCK.packages, 'node_modules/a': { version: '1.0.1' } } }),
    );
    expect(setup()).toEqual(done(INSTALLING + BUILDING));
  });

  it('does not mind missing packages of other platforms', () => {
    const { setup, install } = project();
    install({ packages: { 'node_modules/a': { version: '1.0.0' } } });
    expect(setup()).toEqual(done(BUILDING));
  });

  it.each(['src/index.ts', 'src/new.ts', 'specs/Account/New.yaml', 'tsconfig.json', 'package.json'])(
    'builds again when %s changes',
    name => {
      const { setup, write } = project();
      setup();
      write(name, '// changed');
      expect(setup()).toEqual(done(BUILDING));
      write('README.md', 'changed');
      write('suites/new.yaml', 'changed');
      expect(setup()).toEqual(done(''));
    },
  );

  it('stops with what npm said when that fails', () => {
    const { setup } = project();
    const { stderr, status } = setup({ NPM_FAILS: '7' });
    expect(status).toBe(1);
    expect(stderr).toBe(`${INSTALLING}\nSet-up stopped: "npm ci --include=dev --no-audit --no-fund" ended with 7.\n`);
  });
});

describe('the last line of .ci/run', () => {
  const summary = (results: object | null) => {
    const folder = mkdtempSync(join(tmpdir(), 'neuron-summary-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'results.json');
    if (results !== null) writeFileSync(file, JSON.stringify(results));
    const { stdout, status } = spawnSync(process.execPath, [join(SCRIPTS, 'lib/summary.mjs'), file], {
      encoding: 'utf8',
    });
    return { stdout, status };
  };
  const base = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults: [] };

  it.each([
    ['all pass', base, '3 passed, 0 failed, 1 skipped\n', 0],
    ['one fails', { ...base, numFailedTests: 1 }, '3 passed, 1 failed, 1 skipped\n', 1],
    [
      'a file does not load',
      { ...base, testResults: [{ status: 'failed', assertionResults: [] }] },
      '3 passed, 1 failed, 1 skipped\n',
      1,
    ],
    ['nothing ran', { ...base, numPassedTests: 0 }, '0 passed, 0 failed, 1 skipped\n', 1],
    ['there are no results', null, '0 passed, 1 failed, 0 skipped\n', 1],
  ])('when %s', (_, results, stdout, status) => {
    expect(summary(results)).toEqual({ stdout, status });
  });
});
