// Writes docs/suites.md from suites, profiles and contract; with --check it only says whether the page is in step.
import { loadLibrary } from '../dist/cli/compose/library.js';
import { suitesPage } from '../dist/cli/suites-page.js';
import { keepInStep } from './lib/in-step.mjs';

keepInStep('docs/suites.md', suitesPage(loadLibrary()), {
  write: !process.argv.includes('--check'),
  sources: 'suites, profiles and contract',
  command: 'npm run suites-page',
});
