import type { Letter } from './letter.ts';

/** Hands letters to an SMTP server over connections that are kept for a while and reused. */
export interface SmtpClient {
  send(letter: Letter): Promise<void>;
  close(): void;
}

/** A connection on which nothing happens is given back to the server after this many milliseconds. */
const IDLE = 1_000;

/** nodemailer is loaded with the first letter, so that starting the host stays quick. */
export function smtpClient(server: { readonly host: string; readonly port: number }): SmtpClient {
  let transport: ReturnType<typeof connect> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let sending = 0;
  const close = () => {
    clearTimeout(idle);
    transport?.then(open => open.close()).catch(() => undefined);
    transport = null;
  };
  return {
    close,
    send: async letter => {
      clearTimeout(idle);
      transport ??= connect(server);
      sending++;
      try {
        await (await transport).sendMail(mailOf(letter));
      } catch (error) {
        if (!isRefusal(error)) throw error;
      } finally {
        sending--;
        if (sending === 0) idle = setTimeout(close, IDLE).unref();
      }
    },
  };
}

/** A mail that the server will not have, now or later, is not sent again. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'responseCode' in error && Number(error.responseCode) >= 500;

const mailOf = ({ to, from, returnPath, subject, text, html, headers }: Letter) => ({
  envelope: { from: returnPath, to },
  from,
  to,
  subject,
  text,
  html,
  headers: { ...headers },
  disableFileAccess: true,
  disableUrlAccess: true,
});

async function connect({ host, port }: { readonly host: string; readonly port: number }) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    pool: true,
    host,
    port,
    secure: false,
    // Relays on a loopback address or a container network have certificates that nobody signed.
    tls: { rejectUnauthorized: false },
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 20_000,
  });
}
