import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { MailEvidence } from '../../../model/mail.ts';
import { OperatorError } from '../../../model/operator-error.ts';
import { reasonOf } from '../../../model/reason.ts';
import { Capture, type Captured, type CaptureLimits } from '../capture.ts';
import { readMail } from '../read-mail.ts';
import { receiveMail } from '../smtp-receiver.ts';
import { serveApi } from './api.ts';
import { MailFolder } from './folder.ts';

export interface Place {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

export interface InboxOptions {
  readonly smtp: Place;
  readonly http: Place;
  /** Where mails are kept; nowhere when absent. */
  readonly folder?: string | undefined;
  /** Of the folder and of what the API shows. */
  readonly limits: CaptureLimits;
  /** Bound on one mail, bytes. */
  readonly maxBytes: number;
  readonly password?: string | undefined;
  /** Called with every mail, in order of arrival. */
  readonly onMail: (mail: MailEvidence) => void;
  /** Called when a mail could not be kept. */
  readonly onTrouble: (message: string) => void;
}

export interface Inbox {
  readonly smtp: Place;
  readonly http: Place;
  close(): Promise<void>;
}

/** A mail catcher of its own: SMTP in, MailHog's HTTP API out, mails kept in a bounded folder. */
export async function startInbox(options: InboxOptions): Promise<Inbox> {
  const capture = new Capture(options.limits);
  const folder = options.folder === undefined ? null : new MailFolder(options.folder, options.limits);
  await folder?.open();
  const receiver = await receiveMail(capture, {
    ...options.smtp,
    startTls: true,
    maxBytes: options.maxBytes,
    maxClients: 200,
    now: Date.now,
    newId: randomUUID,
  }).catch(error => taken('SMTP', options.smtp, error));
  const server = serveApi(capture, { password: options.password });
  server.listen(options.http.port, options.http.host);
  await once(server, 'listening').catch(async error => {
    await receiver.close();
    taken('HTTP', options.http, error);
  });
  const stopped = new AbortController();
  const told = tell(capture.arrivals(stopped.signal), folder, options);
  const bound = server.address();
  return {
    smtp: { host: receiver.host, port: receiver.port },
    http: {
      host: options.http.host,
      port: typeof bound === 'object' && bound !== null ? bound.port : options.http.port,
    },
    close: async () => {
      stopped.abort();
      await told;
      await receiver.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Keeps, reads and announces every mail, one after the other. */
async function tell(
  arrivals: AsyncIterable<Captured>,
  folder: MailFolder | null,
  options: InboxOptions,
): Promise<void> {
  for await (const mail of arrivals) {
    await folder?.keep(mail).catch((error: Error) => options.onTrouble(`A mail could not be kept: ${error.message}`));
    options.onMail(await readMail(mail.raw, mail.arrivedAt, { id: mail.id, from: mail.from, to: mail.to }));
  }
}

function taken(protocol: string, place: Place, error: unknown): never {
  throw new OperatorError(
    'INBOX_CANNOT_LISTEN',
    `The inbox cannot listen for ${protocol} on ${place.host}:${place.port}: ${reasonOf(error)}.`,
    `Choose another port, or 0 for a free one: --${protocol.toLowerCase()} 127.0.0.1:0.`,
    { cause: error },
  );
}
