// Writes suites/checks.lock from suites, checks and contract; with --check it only says whether the file is in step.

import { loadLibrary } from '../dist/cli/compose/library.js';
import { computeLock } from '../dist/cli/compose/lock-file.js';
import { keepInStep } from './lib/in-step.mjs';

const MOST_SHOWN = 10;

/** The first lines that only one of two texts has. */
function difference(before, after) {
  const [had, has] = [before.split('\n'), after.split('\n')];
  const only = (sign, lines, others) =>
    lines
      .filter(line => !others.includes(line))
      .slice(0, MOST_SHOWN)
      .map(line => `${sign} ${line.replaceAll('\t', '  ')}\n`);
  return [...only('-', had, has), ...only('+', has, had)].join('');
}

keepInStep('suites/checks.lock', computeLock(loadLibrary()), {
  write: !process.argv.includes('--check'),
  sources: 'suites, checks and contract',
  command: 'npm run lock',
  difference,
});
