// `npm run bench`: every benchmark beside this file, each in a process of its own, one after the other. Prints tables and
// fails on nothing: a figure is for a reader, and no test depends on how busy a machine is.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const named = process.argv.slice(2);
const names = readdirSync(folder)
  .filter(name => name.endsWith('.mjs') && name !== 'run.mjs')
  .map(name => name.replace(/\.mjs$/, ''))
  .filter(name => named.length === 0 || named.includes(name))
  // What the suite costs in all is read first.
  .sort((a, b) => Number(b === 'overhead') - Number(a === 'overhead') || a.localeCompare(b));

for (const name of names) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 76 - name.length))}`);
  const { status } = spawnSync(process.execPath, [`${folder}${name}.mjs`], { stdio: 'inherit' });
  if (status !== 0) console.log(`${name} could not be measured here.`);
}
