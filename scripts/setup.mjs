// Installs and builds what is missing or stale, and says nothing when nothing is. Only Node's own modules are used,
// because nothing else is there in a fresh clone.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './lib/command.mjs';
import { digestOfInputs } from './lib/inputs.mjs';
import { isInstalled } from './lib/installed.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

async function step(sentence, command, args) {
  process.stderr.write(`${sentence}\n`);
  const { code, output } = await run(command, args, root);
  if (code === 0) return;
  process.stderr.write(`${output}\nSet-up stopped: "${[command, ...args].join(' ')}" ended with ${code}.\n`);
  process.exit(1);
}

function isBuilt() {
  const stamp = join(root, 'dist/.inputs');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === digestOfInputs(root);
}

if (!isInstalled(root)) {
  await step('Installing the dependencies …', 'npm', ['ci', '--include=dev', '--no-audit', '--no-fund']);
}
if (!isBuilt()) {
  await step('Building …', process.execPath, ['scripts/build.mjs']);
}
