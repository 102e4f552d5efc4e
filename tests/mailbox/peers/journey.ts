import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startDaemon } from '../../peers/daemon.mjs';
import { runCli } from './cli.ts';

/**
 * The journey from the command line: the reference Neuron in a process of its own delivers to `smtp`, the run reads
 * `mailbox`. Gives the subjects of the mails that were read.
 */
export async function walkJourney(
  smtp: string,
  mailbox: string,
  env: Readonly<Record<string, string>> = {},
): Promise<string[]> {
  const out = await mkdtemp(join(tmpdir(), 'journey-'));
  const place = new URL(smtp).host;
  const serve = startDaemon(process.execPath, ['dist/cli/main.js', 'serve', '--json', '--smtp', place]);
  try {
    await expect.poll(serve.output, { timeout: 20_000 }).toContain('\n');
    const { url, apiKey, apiSecret } = JSON.parse(serve.output());
    const { code, output } = await runCli(['run', '--profile', 'smoke', '--out', out], {
      NEURON_HOST: url,
      NEURON_API_KEY: apiKey,
      NEURON_API_SECRET: apiSecret,
      NEURON_MAILBOX: mailbox,
      ...env,
    });
    expect(code, output).toBe(0);
    const report = JSON.parse(await readFile(join(out, 'report.json'), 'utf8'));
    expect(report.verdict.outcome).toBe('pass');
    return report.suites.flatMap((suite: Suite) => suite.steps.flatMap(step => step.mails.map(mail => mail.subject)));
  } finally {
    await serve.stop();
    await rm(out, { recursive: true, force: true });
  }
}

interface Suite {
  readonly steps: readonly { readonly mails: readonly { readonly subject: string }[] }[];
}
