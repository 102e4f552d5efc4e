import { doctorCommand } from '../../../dist/cli/doctor.js';
import { main } from '../../../dist/cli/program.js';

process.exitCode = await main(
  ['doctor', ...process.argv.slice(2)],
  [{ name: 'doctor', summary: '', load: async () => doctorCommand() }],
);
