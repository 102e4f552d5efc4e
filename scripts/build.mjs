// src → dist by tsc, then what is generated from specs/, then the bundled command. The stamp is written last: a build
// that broke off is stale.
import { chmodSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './lib/command.mjs';
import { digestOfInputs, digestOfJudging } from './lib/inputs.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, '.inputs');

async function step(args) {
  const { code, output } = await run(process.execPath, args, root);
  if (output !== '') process.stderr.write(output);
  if (code !== 0) process.exit(1);
}

/** Removes what a source that is gone has left behind. */
function removeOrphans(folder = '') {
  for (const entry of readdirSync(join(dist, folder), { withFileTypes: true })) {
    const name = join(folder, entry.name);
    if (name === 'generated' || name === 'bundle') continue;
    if (entry.isDirectory()) {
      removeOrphans(name);
      if (!existsSync(join(root, 'src', name))) rmSync(join(dist, name), { recursive: true });
    } else if (/\.(d\.ts|js)$/.test(name)) {
      const source = join(root, 'src', name.replace(/\.(d\.ts|js)$/, ''));
      if (!existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(join(dist, name));
    }
  }
}

rmSync(stamp, { force: true });
await step(['node_modules/typescript/bin/tsc', '-p', '.']);
removeOrphans();
await step(['scripts/generate.mjs']);
writeFileSync(join(dist, 'generated/judging.digest'), digestOfJudging(root));
await step(['scripts/bundle.mjs']);
const binary = join(dist, 'cli/main.js');
if (existsSync(binary)) chmodSync(binary, 0o755);
writeFileSync(stamp, digestOfInputs(root));
