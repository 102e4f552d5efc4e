import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Writes a committed file that follows from others; without `write` it only says whether the file is what `sources`
 * give, and the process ends with 1 where it is not. `difference` may show what differs, `command` mends it.
 */
export function keepInStep(name, wanted, { write, sources, command, difference = () => '' }) {
  const file = join(root, name);
  if (write) return writeFileSync(file, wanted);
  const committed = read(file);
  if (committed === wanted) return;
  process.stderr.write(`${difference(committed, wanted)}${name} is not what ${sources} give.
If the change is meant, run: ${command}\n`);
  process.exitCode = 1;
}

/** A file that is missing holds nothing. */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}
