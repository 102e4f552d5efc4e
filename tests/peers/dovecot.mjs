import { chmod, chown, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { programPath, startDaemon, until } from './daemon.mjs';
import { accepts, freePort } from './ports.mjs';

/** Whether the Debian packages dovecot-imapd and dovecot-lmtpd are installed. */
export const hasDovecot = () => programPath('dovecot') !== null;

/**
 * A real Dovecot on free loopback ports: every user has the password `secret` and the same folder, a catch-all.
 * `tls` is the key and the certificate, in PEM, that it shows on `imaps` and after STARTTLS.
 */
export async function startDovecot(tls) {
  const dir = await mkdtemp(join(tmpdir(), 'dovecot-'));
  const [imap, imaps, lmtp] = [await freePort(), await freePort(), await freePort()];
  const user = userInfo();
  const [uid, gid] = user.uid === 0 ? [65534, 65534] : [user.uid, user.gid];
  await chmod(dir, 0o755);
  for (const name of ['mail', 'home']) {
    await mkdir(join(dir, name));
    await chown(join(dir, name), uid, gid);
  }
  await writeFile(join(dir, 'key.pem'), tls.key, { mode: 0o600 });
  await writeFile(join(dir, 'cert.pem'), tls.cert);
  await writeFile(join(dir, 'dovecot.conf'), config(dir, { imap, imaps, lmtp }, uid, gid));
  const daemon = startDaemon(programPath('dovecot') ?? 'dovecot', ['-F', '-c', join(dir, 'dovecot.conf')]);
  const log = async () => readFile(join(dir, 'dovecot.log'), 'utf8').catch(() => '');
  await until(() => accepts(imap), 'Dovecot', daemon.output).catch(async error => {
    throw new Error(`${error.message}\n${await log()}`);
  });
  const transport = createTransport({ host: '127.0.0.1', port: lmtp, lmtp: true, ignoreTLS: true });
  return {
    imap,
    imaps,
    lmtp,
    /** Delivers a mail by LMTP. */
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

function config(dir, ports, uid, gid) {
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
