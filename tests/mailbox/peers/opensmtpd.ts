import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programPath, startDaemon, until } from '../../peers/daemon.mjs';
import { accepts, freePort } from '../../peers/ports.mjs';

export interface OpenSmtpd {
  readonly smtp: string;
  stop(): Promise<void>;
}

/** A real OpenSMTPD that passes everything on to an LMTP server. Its queue and its socket are the machine's: one at a time. */
export async function startOpenSmtpd(lmtp: number): Promise<OpenSmtpd> {
  const dir = await mkdtemp(join(tmpdir(), 'smtpd-'));
  const port = await freePort();
  const conf = join(dir, 'smtpd.conf');
  await writeFile(
    conf,
    `listen on 127.0.0.1 port ${port}
action "deliver" relay host "lmtp://127.0.0.1:${lmtp}"
match from any for any action "deliver"
`,
    { mode: 0o600 },
  );
  const daemon = startDaemon(programPath('smtpd') ?? 'smtpd', ['-d', '-f', conf]);
  await until(() => accepts(port), 'OpenSMTPD', daemon.output);
  return {
    smtp: `smtp://127.0.0.1:${port}`,
    stop: async () => {
      await daemon.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
