import { randomUUID } from 'node:crypto';
import { OperatorError } from '../../model/operator-error.ts';
import { reasonOf } from '../../model/reason.ts';
import { Capture, type Captured } from './capture.ts';
import { type Receiver, receiveMail } from './smtp-receiver.ts';
import type { Listed, MailSource } from './source.ts';

const LIMITS = { mails: 10_000, bytes: 256 * 1024 * 1024 };
const MAX_MAIL = 40 * 1024 * 1024;

export interface SmtpPlace {
  readonly host: string;
  readonly port: number;
  /** Whether TLS is offered. */
  readonly startTls: boolean;
}

/** We are the mail server: `smtp://host:port` says where we listen; port 0 takes a free one. */
export function embeddedSource({ host, port, startTls }: SmtpPlace, now: () => number): MailSource {
  const capture = new Capture(LIMITS);
  let receiver: Receiver | null = null;
  const place = (): string => `${host.includes(':') ? `[${host}]` : host}:${receiver?.port ?? port}`;

  return {
    kind: 'embedded',
    get url() {
      return `smtp://${place()}`;
    },
    get relay() {
      return receiver === null ? null : place();
    },
    get probe() {
      return `smtp://${place()}`;
    },
    backoff: () => 1_000,
    open: async () => {
      try {
        receiver = await receiveMail(capture, {
          host,
          port,
          startTls,
          maxBytes: MAX_MAIL,
          maxClients: 200,
          now,
          newId: randomUUID,
        });
      } catch (error) {
        throw cannotListen(place(), error);
      }
    },
    position: async () => capture.count,
    list: async (_to, since) => capture.mails.filter(mail => mail.number > since).map(listed),
    newest: async () => {
      const mail = capture.mails.at(-1);
      return mail === undefined ? null : listed(mail);
    },
    raw: async mail => {
      const captured = capture.mails.find(each => each.id === mail.id);
      if (captured === undefined)
        throw new Error(`Mail ${mail.id} is no longer held: too many or too large ones came after it.`);
      return captured.raw;
    },
    arrival: (to, signal) => capture.next(signal, to),
    close: async () => {
      await receiver?.close();
    },
  };
}

const listed = (mail: Captured): Listed => ({
  id: mail.id,
  position: mail.number,
  arrivedAt: mail.arrivedAt,
  envelopeFrom: mail.from,
  recipients: mail.to,
});

function cannotListen(place: string, error: unknown): OperatorError {
  return new OperatorError(
    'MAILBOX_CANNOT_LISTEN',
    `The embedded mailbox cannot listen on ${place}: ${reasonOf(error)}.`,
    'Choose a free port, or port 0 to have one chosen: --mailbox smtp://127.0.0.1:0.',
    { cause: error },
  );
}
