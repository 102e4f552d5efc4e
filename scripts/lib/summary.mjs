// The last line of .ci/run, from the JSON files that vitest wrote: `N passed, N failed, N skipped`.
import { readFileSync } from 'node:fs';

/** Files that could not even be loaded hold no test: each counts as one that failed. */
function counts(results) {
  const broken = results.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + broken,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

function read(file) {
  try {
    return counts(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const all = process.argv.slice(2).map(read);
const sum = name => all.reduce((total, one) => total + one[name], 0);
const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
