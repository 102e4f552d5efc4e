// Writes docs/suites.md from suites, profiles and contract; with --check it only says whether the page is in step.
import { readFileSync, writeFileSync } from 'node:fs';

const { loadLibrary } = await import('../dist/cli/compose/library.js');
const { suitesPage } = await import('../dist/cli/suites-page.js');

const file = new URL('../docs/suites.md', import.meta.url);
const wanted = suitesPage(loadLibrary());
if (!process.argv.includes('--check')) writeFileSync(file, wanted);
else if (readFileSync(file, 'utf8') !== wanted) {
  console.error('docs/suites.md is not in step with suites, profiles and contract. Run: npm run suites-page');
  process.exitCode = 1;
}
