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
