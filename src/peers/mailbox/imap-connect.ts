import type { ImapFlow } from 'imapflow';
import { didYouMean } from '../../model/guess.ts';
import { OperatorError } from '../../model/operator-error.ts';

export interface ImapPlace {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; without it STARTTLS is required, except on loopback. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
  readonly folder: string;
  readonly ca?: string | undefined;
}

const PATIENCE = 10_000;

/** Gives connections with the folder open for reading. What fails is said as one sentence, for the operator. */
export function imapConnector(place: ImapPlace, url: string): () => Promise<ImapFlow> {
  return async () => {
    const { ImapFlow } = await import('imapflow');
    const client = new ImapFlow({
      host: place.host,
      port: place.port,
      secure: place.secure,
      doSTARTTLS: place.secure ? undefined : startTls(place),
      auth: { user: place.user, pass: place.password },
      tls: { ...(place.ca !== undefined && { ca: place.ca }) },
      logger: false,
      disableAutoIdle: true,
      disableCompression: true,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: 2 * PATIENCE,
      maxLiteralSize: 64 * 1024 * 1024,
    });
    // Without a listener a connection that breaks later would end the process; the next command notices it.
    client.on('error', () => undefined);
    await client.connect().catch(error => {
      client.close();
      throw cannotConnect(place, url, error);
    });
    await client.mailboxOpen(place.folder, { readOnly: true }).catch(async (error: ImapFailure) => {
      const folders = await client.list().catch(() => []);
      client.close();
      throw noFolder(
        place,
        url,
        folders.map(({ path }) => path),
        error,
      );
    });
    return client;
  };
}

/** On loopback a password may go in the clear, and certificates there are seldom signed by anybody. */
function startTls({ host, ca }: ImapPlace): boolean | undefined {
  const loopback = host === 'localhost' || host === '::1' || host.startsWith('127.');
  return loopback ? (ca === undefined ? false : undefined) : true;
}

interface ImapFailure {
  readonly message: string;
  readonly code?: string;
  readonly authenticationFailed?: boolean;
  readonly responseText?: string;
}

function cannotConnect(place: ImapPlace, url: string, error: ImapFailure): OperatorError {
  const reason = error.responseText ?? error.message;
  if (error.authenticationFailed === true) {
    return new OperatorError(
      'MAILBOX_REFUSED',
      `The mailbox at ${url} refuses the user ${place.user}: ${reason}`,
      'Check the user in the URL and the password in NEURON_MAILBOX_PASSWORD.',
      { cause: error },
    );
  }
  if (/CERT|SSL|TLS|STARTTLS/i.test(`${error.code ?? ''} ${reason}`)) {
    return new OperatorError(
      'MAILBOX_TLS',
      `There is no trusted TLS to the mailbox at ${url}: ${/wrong version number/.test(reason) ? 'the port does not speak TLS' : reason}.`,
      'Use imaps:// for a port that speaks TLS at once and imap:// for STARTTLS; name your own authority with --ca.',
      { cause: error },
    );
  }
  return new OperatorError(
    'MAILBOX_UNREACHABLE',
    `The mailbox at ${url} cannot be reached: ${reason}`,
    'Check that an IMAP server listens there, and the port (143 for imap://, 993 for imaps://).',
    { cause: error },
  );
}

function noFolder(place: ImapPlace, url: string, folders: readonly string[], error: ImapFailure): OperatorError {
  const known = folders.includes(place.folder);
  const next =
    folders.length === 0
      ? 'Name the folder as the path of the URL.'
      : `Name one of: ${folders.slice(0, 20).join(', ')}.`;
  return new OperatorError(
    'MAILBOX_NO_FOLDER',
    known || folders.length === 0
      ? `The folder "${place.folder}" of the mailbox at ${url} cannot be opened: ${error.responseText ?? error.message}`
      : `There is no folder "${place.folder}" in the mailbox at ${url}.${didYouMean(place.folder, folders)}`,
    known ? 'Ask whoever runs the mail server; its log says more.' : next,
    { cause: error },
  );
}
