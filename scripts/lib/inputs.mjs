import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that the build reads. */
const INPUTS = ['src', 'specs', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** What decides, besides the suites, which faults are found. */
const JUDGING = ['src/checks', 'src/reference-neuron/faults', 'specs'];

/** A digest over names and contents of everything that the build reads, and over Node's version. */
export const digestOfInputs = root => digestOf(root, INPUTS, process.version);

export const digestOfJudging = root => digestOf(root, JUDGING, '');

function digestOf(root, names, seed) {
  const hash = createHash('sha256').update(seed);
  for (const name of names) addTo(hash, root, name);
  return hash.digest('hex');
}

function addTo(hash, root, name) {
  const path = join(root, name);
  if (!existsSync(path)) return;
  if (statSync(path).isDirectory()) {
    for (const child of readdirSync(path).sort()) addTo(hash, root, `${name}/${child}`);
  } else {
    hash.update(`${name}\0`).update(readFileSync(path)).update('\0');
  }
}
