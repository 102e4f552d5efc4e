// A Dovecot on free loopback ports with one folder for all, for measuring; null where it is not installed.
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const DOVECOT = '/usr/sbin/dovecot';
const NOBODY = 65_534;

export async function startDovecot() {
  if (!existsSync(DOVECOT) || process.getuid?.() !== 0) return null;
  const dir = mkdtempSync(join(tmpdir(), 'neuron-conformance-bench-'));
  chmodSync(dir, 0o755);
  for (const name of ['mail', 'home']) {
    mkdirSync(join(dir, name));
    chownSync(join(dir, name), NOBODY, NOBODY);
  }
  const [imap, lmtp] = [await freePort(), await freePort()];
  writeFileSync(join(dir, 'dovecot.conf'), config(dir, imap, lmtp));
  const child = spawn(DOVECOT, ['-F', '-c', join(dir, 'dovecot.conf')], { stdio: 'ignore' });
  const ended = new Promise(resolve => child.once('exit', resolve));
  for (let tries = 0; tries < 200 && !(await accepts(imap)); tries += 1) await delay(25);
  return {
    imap,
    lmtp,
    stop: async () => {
      child.kill();
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const config = (dir, imap, lmtp) => `
protocols = imap lmtp
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/log
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${dir}/mail
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${NOBODY} gid=${NOBODY} home=${dir}/home allow_all_users=yes
}
namespace inbox {
  inbox = yes
}
service imap-login {
  inet_listener imap {
    port = ${imap}
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${lmtp}
  }
}
`;

const freePort = () =>
  new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const accepts = port =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
