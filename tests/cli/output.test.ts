import { execFile, execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { cli, folder } from '../verdicts/support.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const ESCAPE = '\u001b';

describe('what a log shows', () => {
  test('a line for each step, a sentence, the counts, the files; nothing that only a terminal can show', async () => {
    const { code, stdout, stderr } = await cli(['run', '--suite', 'domain', '--seed', '7']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(
      stdout
        .replaceAll(/127\.0\.0\.1:\d+/g, 'HOST')
        .replaceAll(/\d+(\.\d+)? (ms|s)\b/g, 'TIME')
        .replaceAll(/\d+ KiB/g, 'SIZE')
        .replaceAll(/\d+ (checks|pass|requirements|secrets)/g, 'N $1')
        .replaceAll(/\/\S+\/report\//g, 'OUT/'),
    ).toMatchInlineSnapshot(`
      "Target http://HOST · profile standard · seed 7 · 1 suite
      Planned: 3 requests, about TIME

      What the host says of itself
      ✓ domain/domain-info                 the host describes itself to anybody TIME
      ✓ domain/domain-info-in-swedish      the description may be asked for in another language TIME

      ✓ HOST may be released: 2 steps hold, N requirements tested.

      1 suite, 2 steps, N checks: ✓ N pass.
      http://HOST · profile standard · seed 7 · TIME

      json      SIZE  OUT/report.json
      0 leaks, 1 artefact, N secrets
      "
    `);
  });

  test('colour is used where it is asked for, and NO_COLOR wins', async () => {
    const run = (env: Record<string, string>) => cli(['run', '--suite', 'domain'], { env });
    const [plain, forced, forbidden] = await Promise.all([
      run({ NO_COLOR: '' }),
      run({ NO_COLOR: '', FORCE_COLOR: '1' }),
      run({ NO_COLOR: '1', FORCE_COLOR: '1' }),
    ]);
    expect([plain, forced, forbidden].map(({ stdout }) => stdout.includes(ESCAPE))).toEqual([false, true, false]);
    expect(forced.stdout).toContain('✓');
  });

  test('--quiet prints the verdict, the counts and the files', async () => {
    const { stdout } = await cli(['run', '--suite', 'domain', '--quiet']);
    expect(stdout).not.toContain('domain/domain-info');
    expect(stdout).toMatch(/^\n✓ 127\.0\.0\.1:\d+ may be released: /);
  });
});

test('--json prints one object per line, from the start to the files', async () => {
  const { code, stdout } = await cli(['run', '--suite', 'domain', '--json']);
  const events = stdout
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(code).toBe(0);
  expect(events.map(({ type }) => type)).toEqual([
    'run-started',
    'suite-started',
    'step-started',
    'step-ended',
    'step-started',
    'step-ended',
    'suite-ended',
    'run-ended',
    'written',
  ]);
  expect(events.at(-2).record.run.exitCode).toBe(0);
});

test('a reader that leaves early stops neither the run nor the report', async () => {
  const cwd = folder();
  const { stdout } = await promisify(execFile)(
    'sh',
    ['-c', `"${process.execPath}" "${MAIN}" run --suite journey --out report --format json | head -1; ls report`],
    { cwd, env: { PATH: process.env.PATH, HOME: cwd, XDG_STATE_HOME: cwd } },
  );
  expect(stdout).toMatch(/^Target .*\nreport\.json\n$/);
});

const hasScript = (() => {
  try {
    return execFileSync('script', ['--version'], { encoding: 'utf8' }).includes('util-linux');
  } catch {
    return false;
  }
})();

test.skipIf(!hasScript)('a terminal sees the steps as they run, and keeps only what ended', async () => {
  const cwd = folder();
  const command = `"${process.execPath}" "${MAIN}" run --suite journey --format json --out report`;
  const { stdout } = await promisify(execFile)('script', ['-qec', command, '/dev/null'], {
    cwd,
    env: { PATH: process.env.PATH, HOME: cwd, XDG_STATE_HOME: cwd, TERM: 'xterm-256color' },
  });
  expect(stdout).toContain(`${ESCAPE}[`);
  // What was drawn while it ran is wiped: cursor up, clear to the end of the screen.
  expect(stdout).toMatch(new RegExp(`${ESCAPE}\\[\\d+A${ESCAPE}\\[J`));
  expect(stdout).toContain('may be released');
});
