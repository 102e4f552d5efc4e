// Whether schemas/suite.schema.json is what the vocabulary of suites gives; with --write, makes it so. Runs after tsc.
import { loadLibrary } from '../dist/cli/compose/library.js';
import { suiteSchema } from '../dist/suite/suite-schema.js';
import { keepInStep } from './lib/in-step.mjs';

keepInStep('schemas/suite.schema.json', `${JSON.stringify(suiteSchema(loadLibrary().vocabulary), null, 2)}\n`, {
  write: process.argv.includes('--write'),
  sources: 'contract, checks and src/suite',
  command: 'node scripts/suite-schema.mjs --write',
});
