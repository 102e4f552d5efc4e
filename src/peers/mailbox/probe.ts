import { reasonOf } from '../../model/reason.ts';
import type { Mailbox, ProbeResult } from './mailbox.ts';

const PATIENCE = 10_000;

/** To whom the test mail goes, in place of an actor. */
export const PROBE = 'loop-back probe';

/** Sends a mail to the mailbox itself and waits for it, so that a missing mail can be blamed on the right side. */
export async function probeMailbox(
  mailbox: Mailbox,
  smtp: string | null,
  now: () => number,
  signal: AbortSignal,
): Promise<ProbeResult> {
  if (smtp === null) {
    const message = 'There is no way to put a test mail into the mailbox: set mailbox.probe to its smtp://host:port.';
    return { kind: 'impossible', message };
  }
  const startedAt = now();
  const to = mailbox.address(PROBE);
  try {
    const since = await mailbox.watermark(signal);
    await sendProbe(smtp, to);
    const wait = await mailbox.waitFor({ to, since, deadline: startedAt + PATIENCE, signal });
    if (wait.kind === 'arrived') return { kind: 'works', milliseconds: now() - startedAt };
    if (wait.kind === 'unreachable') return { kind: 'fails', message: wait.message };
    const message = `A test mail that ${smtp} took for ${to} did not show in the mailbox within ${PATIENCE / 1000} s.`;
    return { kind: 'fails', message };
  } catch (error) {
    signal.throwIfAborted();
    return { kind: 'fails', message: `A test mail could not be handed to ${smtp}: ${reasonOf(error)}` };
  }
}

async function sendProbe(smtp: string, to: string): Promise<void> {
  const { createTransport } = await import('nodemailer');
  const url = new URL(smtp);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || 25),
    secure: url.protocol === 'smtps:',
    ignoreTLS: url.protocol === 'smtp:',
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    ...(url.username !== '' && {
      auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    }),
  });
  try {
    const text = 'A test mail of neuron-conformance to itself. It needs no answer.';
    await transport.sendMail({
      from: `probe@${to.slice(to.lastIndexOf('@') + 1)}`,
      to,
      subject: 'Loop-back probe',
      text,
    });
  } finally {
    transport.close();
  }
}
