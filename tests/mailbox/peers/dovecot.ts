import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { selfSigned } from '../../../src/peers/mailbox/certificate.ts';
import { freePort, programPath, startDaemon, until } from './debian.ts';

export interface Dovecot {
  readonly imap: number;
  readonly imaps: number;
  readonly lmtp: number;
  /** PEM that its TLS shows. */
  readonly certificate: string;
  /** Delivers a mail by LMTP. */
  deliver(to: string | string[], text: string, more?: SendMailOptions): Promise<void>;
  stop(): Promise<void>;
}

/** A real Dovecot on free loopback ports: every user has the password `secret` and the same folder, a catch-all. */
export async function startDovecot(): Promise<Dovecot> {
  const dir = await mkdtemp(join(tmpdir(), 'dovecot-'));
  const [imap, imaps, lmtp] = [await freePort(), await freePort(), await freePort()];
  const [uid, gid] = userInfo().uid === 0 ? [65534, 65534] : [userInfo().uid, userInfo().gid];
  await chmod(dir, 0o755);
  for (const name of ['mail', 'home']) {
    await mkdir(join(dir, name));
    await chown(join(dir, name), uid, gid);
  }
  const { key, cert } = selfSigned(['localhost', '127.0.0.1'], Date.now());
  await writeFile(join(dir, 'key.pem'), key, { mode: 0o600 });
  await writeFile(join(dir, 'cert.pem'), cert);
  await writeFile(join(dir, 'dovecot.conf'), config(dir, { imap, imaps, lmtp }, uid, gid));
  const daemon = startDaemon(programPath('dovecot') ?? 'dovecot', ['-F', '-c', join(dir, 'dovecot.conf')]);
  const log = async () => readFile(join(dir, 'dovecot.log'), 'utf8').catch(() => '');
  await until(() => accepts(imap), 'Dovecot', daemon.output).catch(async error => {
    throw new Error(`${error.message}\n${await log()}`);
  });
  const transport = createTransport({ host: '127.0.0.1', port: lmtp, lmtp: true, ignoreTLS: true } as object);
  return {
    imap,
    imaps,
    lmtp,
    certificate: cert,
    deliver: async (to, text, more = {}) => {
      const from = 'Neuron <noreply@neuron.example.com>';
      await transport.sendMail({ from, to, subject: 'Verification Code', text, ...more });
    },
    stop: async () => {
      transport.close();
      await daemon.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function config(dir: string, ports: { imap: number; imaps: number; lmtp: number }, uid: number, gid: number): string {
  const root = userInfo().uid === 0;
  const own = userInfo().username;
  return `
protocols = imap lmtp
base_dir = ${dir}/run
state_dir = ${dir}/state
log_path = ${dir}/dovecot.log
listen = 127.0.0.1
ssl = yes
ssl_cert = <${dir}/cert.pem
ssl_key = <${dir}/key.pem
disable_plaintext_auth = no
mail_location = maildir:${dir}/mail
mail_debug = no
recipient_delimiter = +
lmtp_rcpt_check_quota = no
${root ? '' : `default_login_user = ${own}\ndefault_internal_user = ${own}\n`}
first_valid_uid = 1
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${dir}/home allow_all_users=yes
}
namespace inbox {
  inbox = yes
  mailbox Codes {
    auto = create
  }
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
}
service stats {
  chroot =
}
`;
}

export const accepts = (port: number): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    }).once('error', () => resolve(false));
  });
