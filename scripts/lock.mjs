// Writes suites/checks.lock from suites, checks and contract; with --check it only says whether the file is in step.
import { readFileSync, writeFileSync } from 'node:fs';

const { computeLock } = await import('../dist/cli/compose/lock-file.js');
const { loadLibrary } = await import('../dist/cli/compose/library.js');

const file = new URL('../suites/checks.lock', import.meta.url);
const wanted = computeLock(loadLibrary());
if (!process.argv.includes('--check')) writeFileSync(file, wanted);
else if (readFileSync(file, 'utf8') !== wanted) {
  const [had, has] = [readFileSync(file, 'utf8').split('\n'), wanted.split('\n')];
  for (const line of had.filter(line => !has.includes(line)).slice(0, 10))
    console.error(`- ${line.replaceAll('\t', '  ')}`);
  for (const line of has.filter(line => !had.includes(line)).slice(0, 10))
    console.error(`+ ${line.replaceAll('\t', '  ')}`);
  console.error(
    'suites/checks.lock is not in step with suites, checks and contract. If the change is meant, run: npm run lock',
  );
  process.exitCode = 1;
}
