import type { Config } from './resolve.ts';

/** `--print-config`: every setting, its value without secrets, and where it came from, one line each. */
export function printConfig({ provenance, file }: Config): string {
  const name = Math.max(...provenance.map(row => row.name.length));
  const value = Math.min(48, Math.max(...provenance.map(({ shown }) => shown.length)));
  const rows = provenance.map(row => `${row.name.padEnd(name)}  ${(row.shown || '-').padEnd(value)}  ${row.from}`);
  return `${[`Configuration file: ${file ?? 'none'}`, '', ...rows].join('\n')}\n`;
}
