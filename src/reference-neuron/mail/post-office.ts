import { Delivery } from './delivery.ts';
import type { Dispatch, Letter, Sms } from './letter.ts';
import { smsGateway } from './sms.ts';
import { smtpClient } from './smtp.ts';

export interface PostOfficeOptions {
  readonly smtp: { readonly host: string; readonly port: number } | null;
  /** URL of the SMS gateway. */
  readonly sms: string | null;
}

/** Everything that leaves the host for mailboxes and phones. */
export interface PostOffice {
  readonly sendsMail: boolean;
  readonly sendsSms: boolean;
  mail(dispatches: readonly Dispatch<Letter>[]): void;
  sms(sms: Sms): void;
  /** What was handed over for delivery, oldest first. */
  readonly letters: readonly Letter[];
  readonly messages: readonly Sms[];
  stop(): Promise<void>;
}

export function openPostOffice({ smtp, sms }: PostOfficeOptions): PostOffice {
  const client = smtp === null ? null : smtpClient(smtp);
  const mails = new Delivery<Letter>(async letter => client?.send(letter));
  const texts = new Delivery<Sms>(sms === null ? async () => undefined : smsGateway(sms));
  const letters: Letter[] = [];
  const messages: Sms[] = [];
  return {
    sendsMail: smtp !== null,
    sendsSms: sms !== null,
    letters,
    messages,
    mail: dispatches => {
      for (const { item, delay } of dispatches) {
        letters.push(item);
        mails.send(item, delay);
      }
    },
    sms: message => {
      messages.push(message);
      texts.send(message, 0);
    },
    stop: async () => {
      // Closing first makes what is under way fail now instead of at its time-out.
      client?.close();
      await Promise.all([mails.stop(), texts.stop()]);
    },
  };
}
