import { accountsCommand } from '../../../dist/cli/accounts.js';
import { main } from '../../../dist/cli/program.js';

process.exitCode = await main(
  ['accounts', ...process.argv.slice(2)],
  [{ name: 'accounts', summary: '', load: async () => accountsCommand() }],
);
