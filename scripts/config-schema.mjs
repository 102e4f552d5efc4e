// Whether schemas/config.schema.json is what the table of settings gives; with --write, makes it so. Runs after tsc.
import { configSchema } from '../dist/cli/config/schema.js';
import { keepInStep } from './lib/in-step.mjs';

keepInStep('schemas/config.schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`, {
  write: process.argv.includes('--write'),
  sources: 'the settings in src/cli/config/settings.ts',
  command: 'node scripts/config-schema.mjs --write',
});
