import { printConfig } from './print.ts';
import { type Config, resolveConfig } from './resolve.ts';

/** What a command with settings does: resolves them, warns, and goes to work; with --print-config it shows them instead. */
export async function withConfig(
  flags: Readonly<Record<string, unknown>>,
  work: (config: Config) => Promise<void>,
): Promise<void> {
  const config = resolveConfig({ flags, env: process.env, cwd: process.cwd() });
  if (flags.printConfig === true) {
    process.stdout.write(printConfig(config));
    return;
  }
  for (const warning of config.warnings) process.stderr.write(`${warning}\n`);
  await work(config);
}
