import { createTransport } from 'nodemailer';
import { afterEach, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '../../src/peers/mailbox/index.ts';

const opened: Mailbox[] = [];

async function open(url = 'smtp://127.0.0.1:0', runId = 'r1'): Promise<Mailbox> {
  const mailbox = await openMailbox(url, { runId }, AbortSignal.timeout(10_000));
  opened.push(mailbox);
  return mailbox;
}

const transportTo = (mailbox: Mailbox) => {
  const [host, port] = (mailbox.relay ?? '').split(':');
  return createTransport({ host: host ?? '', port: Number(port), tls: { rejectUnauthorized: false } });
};

const never = () => new AbortController().signal;

afterEach(async () => {
  for (const mailbox of opened.splice(0)) await mailbox.close();
});

test('a mail is handed to the actor it is for, with its code and its journey', async () => {
  const mailbox = await open();
  const to = mailbox.address('alice');
  expect(to).toBe('alice.r1@conformance.example');
  const since = await mailbox.watermark(never());
  const waiting = mailbox.waitFor({ to, since, deadline: Date.now() + 5_000, signal: never() });
  const text = 'Hello Alice,\n\nyour verification code is 048291.\n\nIt holds for 10 minutes, until 2026-11-21 18:30.';
  await transportTo(mailbox).sendMail({
    from: 'Neuron <noreply@neuron.example.com>',
    to,
    subject: 'Verification Code',
    text,
  });
  const arrived = await waiting;
  if (arrived.kind !== 'arrived') throw new Error(`expected a mail, got ${arrived.kind}`);
  const [mail] = arrived.mails;
  expect(arrived.mails).toHaveLength(1);
  expect(mail).toMatchObject({
    envelopeFrom: 'noreply@neuron.example.com',
    envelopeTo: [to],
    from: 'noreply@neuron.example.com',
    to: [to],
    subject: 'Verification Code',
    text: `${text}\n`,
    html: null,
    attachments: [],
  });
  expect(mail?.code.code).toBe('048291');
  expect(mail?.code.why).toBe('048291 (text: six digits, called a code, the mail speaks of a code).');
});
