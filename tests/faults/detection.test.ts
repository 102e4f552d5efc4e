import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { buildDigest, readDetection, versionLine } from '../../src/cli/compose/detection.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A folder with what the digest is made over, and a computation that fits it. */
function installation(): string {
  const folder = mkdtempSync(join(tmpdir(), 'neuron-conformance-detection-'));
  mkdirSync(join(folder, 'dist/generated'), { recursive: true });
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'dist/generated/judging.digest'), 'of checks, specs and faults');
  writeFileSync(join(folder, 'package.json'), '{"version":"1.2.3"}');
  cpSync(join(root, 'suites'), join(folder, 'suites'), { recursive: true });
  write(folder, { digest: buildDigest(folder), found: 239, seeded: 240 });
  return folder;
}

const write = (folder: string, said: unknown): void =>
  writeFileSync(join(folder, 'docs/detection.json'), JSON.stringify(said));

it('tells the power that was computed for this build', () => {
  const folder = installation();
  expect(readDetection(folder)).toEqual({ found: 239, seeded: 240 });
  expect(versionLine(folder)).toBe('1.2.3 (detects 239 of 240 seeded faults)');
});

it('tells no power that was computed for another build', () => {
  const unknown = '1.2.3 (detection power not computed for this build)';
  const changes: readonly ((folder: string) => void)[] = [
    folder => writeFileSync(join(folder, 'suites/domain.yaml'), `${readFileSync(join(root, 'suites/domain.yaml'))}\n`),
    folder => writeFileSync(join(folder, 'suites/another.yaml'), 'suite: another'),
    folder => writeFileSync(join(folder, 'dist/generated/judging.digest'), 'of other checks'),
    folder => write(folder, { digest: buildDigest(folder), found: '240', seeded: 240 }),
    folder => writeFileSync(join(folder, 'docs/detection.json'), 'not JSON'),
  ];
  for (const change of changes) {
    const folder = installation();
    change(folder);
    expect([readDetection(folder), versionLine(folder)]).toEqual([null, unknown]);
  }
});

it('is told by --version', () => {
  const { stdout, status } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), '--version'], {
    encoding: 'utf8',
  });
  expect([stdout, status]).toEqual([`${versionLine()}\n`, 0]);
});
