// Whether schemas/suite.schema.json is what the vocabulary of suites gives; with --write, makes it so. Runs after tsc.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadLibrary } from '../dist/cli/compose/library.js';
import { suiteSchema } from '../dist/suite/suite-schema.js';

const file = fileURLToPath(new URL('../schemas/suite.schema.json', import.meta.url));
const text = `${JSON.stringify(suiteSchema(loadLibrary().vocabulary), null, 2)}\n`;

function committed() {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv.includes('--write')) writeFileSync(file, text);
else if (committed() !== text) {
  process.stderr.write(`schemas/suite.schema.json is not what contract, checks and src/suite give.
Run: node scripts/suite-schema.mjs --write\n`);
  process.exitCode = 1;
}
