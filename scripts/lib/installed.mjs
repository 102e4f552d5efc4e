import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether `node_modules` holds what `package-lock.json` asks for, as far as npm's own record of it says. */
export function isInstalled(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const present = packagesOf(record);
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    // Optional packages are those of other platforms, as a rule: only their presence can be judged.
    if (present[path] === undefined) return optional === true;
    return present[path].version === version;
  });
}

const packagesOf = file => JSON.parse(readFileSync(file, 'utf8')).packages;
