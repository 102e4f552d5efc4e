import { initCommand } from '../../../dist/cli/init.js';
import { main } from '../../../dist/cli/program.js';

process.exitCode = await main(
  ['init', ...process.argv.slice(2)],
  [{ name: 'init', summary: '', load: async () => initCommand() }],
);
