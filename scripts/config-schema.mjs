// Whether schemas/config.schema.json is what the table of settings gives; with --write, makes it so. Runs after tsc.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configSchema } from '../dist/cli/config/schema.js';

const file = fileURLToPath(new URL('../schemas/config.schema.json', import.meta.url));
const text = `${JSON.stringify(configSchema(), null, 2)}\n`;

function committed() {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

if (process.argv.includes('--write')) writeFileSync(file, text);
else if (committed() !== text) {
  process.stderr.write(`schemas/config.schema.json is not what src/cli/config/settings.ts gives.
Run: node scripts/config-schema.mjs --write\n`);
  process.exitCode = 1;
}
