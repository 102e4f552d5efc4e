// Code in hand: how long after a mail has reached the mailbox its code has been read, for each kind of mailbox.
// Prints a table, fails on nothing. IMAP is measured where Dovecot is installed.
import { setTimeout as delay } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import { selfSigned } from '../dist/peers/mailbox/certificate.js';
import { startInbox } from '../dist/peers/mailbox/inbox/inbox.js';
import { openMailbox } from '../dist/peers/mailbox/index.js';
import { hasDovecot, startDovecot } from '../tests/peers/dovecot.mjs';
import { machine } from './lib/table.mjs';

const MAILS = 20;
const never = new AbortController().signal;

/** The pause before a mail, 1 to 2 s: multiples of the golden ratio spread evenly over the turns of any poll. */
const pauseBefore = index => 1_000 + ((index * 618.034) % 1_000);

/** Sends mails one after the other and times each code. */
async function measure(name, mailbox, transport) {
  const taken = [];
  for (let index = 0; index < MAILS; index += 1) {
    const to = mailbox.address(`actor${index}`);
    const since = await mailbox.watermark(never);
    const wait = mailbox.waitFor({ to, since, deadline: Date.now() + 10_000, signal: never });
    await delay(pauseBefore(index));
    await transport.sendMail({
      from: 'bench@bench.example',
      to,
      subject: 'Code',
      text: `Your code is ${100_000 + index}`,
    });
    const reached = performance.now();
    const arrived = await wait;
    taken.push(Math.max(0, performance.now() - reached));
    if (arrived.kind !== 'arrived' || arrived.mails[0]?.code.code !== `${100_000 + index}`)
      throw new Error(`${name}: ${arrived.kind}`);
  }
  taken.sort((a, b) => a - b);
  const at = share => taken[Math.ceil(share * taken.length) - 1].toFixed(0).padStart(6);
  process.stdout.write(`${name.padEnd(28)} ${at(0.5)} ${at(0.95)} ${at(1)}\n`);
}

async function withMailbox(name, url, options, transport) {
  const mailbox = await openMailbox(url, { runId: 'bench', ...options }, never);
  const smtp = transport ?? { host: '127.0.0.1', port: Number(mailbox.relay?.split(':')[1]), ignoreTLS: true };
  const sender = createTransport({ ...smtp, pool: true, maxConnections: 1 });
  await sender.verify();
  await measure(name, mailbox, sender);
  sender.close();
  await mailbox.close();
}

process.stdout.write(`${machine()}, ${MAILS} mails each, milliseconds\n\n`);
process.stdout.write(
  `${'code in hand after arrival'.padEnd(28)} ${'p50'.padStart(6)} ${'p95'.padStart(6)} ${'max'.padStart(6)}\n`,
);

await withMailbox('embedded', 'smtp://127.0.0.1:0', {});

const place = { host: '127.0.0.1', port: 0 };
const limits = { mails: 1_000, bytes: 64 * 1024 * 1024 };
const inbox = await startInbox({
  smtp: place,
  http: place,
  limits,
  maxBytes: 1024 * 1024,
  onMail: () => {},
  onTrouble: () => {},
});
const toInbox = { host: '127.0.0.1', port: inbox.smtp.port, ignoreTLS: true };
await withMailbox('inbox, MailHog API', `mailhog+http://127.0.0.1:${inbox.http.port}`, {}, toInbox);
await inbox.close();

if (!hasDovecot()) process.stdout.write('IMAP: not measured, dovecot-imapd and dovecot-lmtpd are not installed\n');
else {
  const dovecot = await startDovecot(selfSigned(['127.0.0.1'], Date.now()));
  const toDovecot = { host: '127.0.0.1', port: dovecot.lmtp, lmtp: true, ignoreTLS: true };
  const options = { password: 'secret', domain: 'bench.example' };
  await withMailbox('Dovecot, IMAP', `imap://qa@127.0.0.1:${dovecot.imap}`, options, toDovecot);
  await dovecot.stop();
}
