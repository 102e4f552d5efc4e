// Makes what follows from specs/: validators and catalogue in dist/generated; with --write also the committed schemas
// and docs; with --check it fails when those are out of step. Runs after tsc.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values: options } = parseArgs({ options: { write: { type: 'boolean' }, check: { type: 'boolean' } } });
const { makeArtefacts } = await import('../dist/contract/generate/artefacts.js');
const { SpecError } = await import('../dist/contract/spec/problem.js');

const { built, committed } = make();
save(built);
if (options.write) {
  for (const name of superfluous()) rmSync(join(root, name));
  save(committed);
}
if (options.check) {
  const drifted = [
    ...[...committed].filter(([name, text]) => read(name) !== text).map(([name]) => name),
    ...superfluous(),
  ];
  if (drifted.length > 0) {
    console.error(
      `Out of step with specs/:\n${drifted.map(name => `  ${name}`).join('\n')}\nRun: node scripts/generate.mjs --write`,
    );
    process.exit(1);
  }
}

function make() {
  try {
    return makeArtefacts(join(root, 'specs'));
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

function save(files) {
  for (const [name, text] of files) {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    if (read(name) !== text) writeFileSync(file, text);
  }
}

/** Schemas of endpoints that are no more. */
function superfluous() {
  const folder = 'schemas/agent-api';
  const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map(name => `${folder}/${name}`) : [];
  return names.filter(name => !committed.has(name));
}

function read(name) {
  return existsSync(join(root, name)) ? readFileSync(join(root, name), 'utf8') : undefined;
}
