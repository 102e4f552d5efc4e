import { connect } from 'node:net';
import { createTransport, type SendMailOptions } from 'nodemailer';

export const never = (): AbortSignal => new AbortController().signal;

/** Sends one mail over SMTP, as a Neuron would. */
export async function mailTo(
  smtp: string,
  to: string | string[],
  text: string,
  more: SendMailOptions = {},
): Promise<void> {
  const url = new URL(smtp);
  const transport = createTransport({
    host: url.hostname,
    port: Number(url.port),
    tls: { rejectUnauthorized: false },
  });
  try {
    await transport.sendMail({
      from: 'Neuron <noreply@neuron.example.com>',
      to,
      subject: 'Verification Code',
      text,
      ...more,
    });
  } finally {
    transport.close();
  }
}

/** Says lines of SMTP one after the other and gives what was answered to each, the greeting first. */
export function smtpTalk(relay: string, lines: readonly string[]): Promise<string[]> {
  const [host, port] = relay.split(':');
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), host);
    const left = [...lines];
    const answers: string[] = [];
    let heard = '';
    socket.on('data', chunk => {
      heard += chunk.toString('utf8');
      if (!/^\d{3} .*\r\n$/m.test(heard)) return;
      answers.push(heard);
      heard = '';
      const next = left.shift();
      if (next === undefined) socket.end();
      else socket.write(`${next}\r\n`);
    });
    socket.once('error', reject).once('close', () => resolve(answers));
  });
}
