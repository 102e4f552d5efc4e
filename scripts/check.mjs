// `npm run check`: everything about the sources that a machine can judge without running the product.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './lib/command.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = name => `node_modules/.bin/${name}`;

const CHECKS = [
  { name: 'types', command: bin('tsc'), args: ['--noEmit', '-p', '.'] },
  { name: 'lint and format', command: bin('biome'), args: ['ci', '--colors=off'] },
  { name: 'dead code', command: bin('knip'), args: ['--no-progress'] },
  { name: 'import arrows', command: bin('vitest'), args: ['run', 'tests/architecture', '--reporter=dot'] },
  { name: 'schemas in step with specs', command: process.execPath, args: ['scripts/generate.mjs', '--check'] },
  { name: 'configuration schema in step', command: process.execPath, args: ['scripts/config-schema.mjs'] },
  { name: 'suite schema in step', command: process.execPath, args: ['scripts/suite-schema.mjs'] },
  { name: 'checks.lock in step', command: process.execPath, args: ['scripts/lock.mjs', '--check'] },
  { name: 'page of suites in step', command: process.execPath, args: ['scripts/suites-page.mjs', '--check'] },
].filter(({ args }) => !args[0].startsWith('scripts/') || existsSync(join(root, args[0])));

const setup = await run(process.execPath, ['scripts/setup.mjs'], root);
process.stdout.write(setup.output);
if (setup.code !== 0) process.exit(1);

let failed = 0;
for (const { name, command, args } of CHECKS) {
  const started = performance.now();
  const { code, output } = await run(command, args, root);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)\n`);
  if (code === 0) continue;
  failed += 1;
  process.stdout.write(`${output.trimEnd().replace(/^/gm, '    ')}\n`);
}
process.stdout.write(
  failed === 0 ? `All ${CHECKS.length} checks pass.\n` : `${failed} of ${CHECKS.length} checks fail.\n`,
);
process.exitCode = failed === 0 ? 0 : 1;
