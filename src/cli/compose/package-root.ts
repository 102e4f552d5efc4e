import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds `suites/`, `fixtures/` and `package.json`. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../../..', import.meta.url));

export function packageVersion(root: string = PACKAGE_ROOT): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return manifest.version;
}
