import { spawn } from 'node:child_process';

/** Runs a command without a terminal; gives its exit code and all that it printed, in order. */
export function run(command, args, root) {
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: process.env });
    const chunks = [];
    child.stdout.on('data', chunk => chunks.push(chunk));
    child.stderr.on('data', chunk => chunks.push(chunk));
    child.on('error', error => resolve({ code: 127, output: `${command}: ${error.message}\n` }));
    child.on('close', code => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
