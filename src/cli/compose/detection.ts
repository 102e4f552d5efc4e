import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT, packageVersion } from './package-root.ts';

/** How many of the seeded faults a build finds. */
export interface Detection {
  readonly found: number;
  readonly seeded: number;
}

/** What `docs/detection.json` says first of all. */
interface Computed extends Detection {
  /** What the numbers were computed for. */
  readonly digest: string;
}

/** The detection power of this build; null when it was computed for other suites, checks, specs or faults, or never. */
export function readDetection(root: string = PACKAGE_ROOT): Detection | null {
  try {
    const said: unknown = JSON.parse(readFileSync(join(root, 'docs/detection.json'), 'utf8'));
    if (!isComputed(said) || said.digest !== buildDigest(root)) return null;
    return { found: said.found, seeded: said.seeded };
  } catch {
    return null;
  }
}

/** A digest over all that decides what is found: what the build noted of checks, specs and faults, and the suites. */
export function buildDigest(root: string = PACKAGE_ROOT): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'dist/generated/judging.digest')));
  const folder = join(root, 'suites');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.yaml'));
  for (const name of names.sort()) hash.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

const isComputed = (said: unknown): said is Computed =>
  typeof said === 'object' &&
  said !== null &&
  'digest' in said &&
  'found' in said &&
  'seeded' in said &&
  typeof said.found === 'number' &&
  typeof said.seeded === 'number';

/** `0.1.0 (detects 240 of 240 seeded faults)`. */
export function versionLine(root: string = PACKAGE_ROOT): string {
  const detection = readDetection(root);
  const power =
    detection === null
      ? 'detection power not computed for this build'
      : `detects ${detection.found} of ${detection.seeded} seeded faults`;
  return `${packageVersion(root)} (${power})`;
}
