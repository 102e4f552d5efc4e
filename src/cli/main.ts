#!/usr/bin/env node
import { COMMANDS } from './commands.ts';

const [name] = process.argv.slice(2);

if (name === '--version' || name === '-V') {
  const { versionLine } = await import('./compose/detection.ts');
  process.stdout.write(`${versionLine()}\n`);
} else {
  const { main } = await import('./program.ts');
  process.exitCode = await main(process.argv.slice(2), COMMANDS);
}
