import { Command, InvalidArgumentError } from 'commander';
import type { MailEvidence } from '../model/mail.ts';
import { type Inbox, startInbox } from '../peers/mailbox/inbox/inbox.ts';
import { examples } from './examples.ts';
import { askedToStop } from './interrupt.ts';
import { type Place, place, shownPlace } from './place.ts';

const EXAMPLES = examples([
  ['neuron-conformance inbox', 'SMTP on 127.0.0.1:1025, HTTP on 127.0.0.1:8025'],
  ['neuron-conformance inbox --smtp 0.0.0.0:2525', 'so that a staging Neuron can relay to it'],
  ['neuron-conformance run --mailbox mailhog+http://127.0.0.1:8025', 'reads it'],
]);

const NOTE = `
The HTTP API is MailHog's: /api/v2/messages, /api/v2/search, /api/v1/messages/{id}, /{id}/download, DELETE.
With NEURON_MAILBOX_PASSWORD set it asks for that password, with any user name. Mails are passed on to nobody.
`;

interface InboxFlags {
  readonly smtp: Place;
  readonly http: Place;
  readonly keep: string | false;
  readonly maxMails: number;
  readonly maxMegabytes: number;
  readonly json?: boolean;
}

/** The command `inbox`: a mail catcher of its own, until it is stopped. */
export const inboxCommand = (): Command =>
  new Command('inbox')
    .description('capture mail for staging Neurons to relay to, show it as it comes, serve it like MailHog')
    .addHelpText('before', EXAMPLES)
    .addHelpText('after', NOTE)
    .option('--smtp <host:port>', 'where to take mail; port 0 for a free one', place, { host: '127.0.0.1', port: 1025 })
    .option('--http <host:port>', 'where to show it', place, { host: '127.0.0.1', port: 8025 })
    .option(
      '--keep <dir>',
      'folder for the mails, one file each, the oldest removed beyond the limits',
      'reports/inbox',
    )
    .option('--no-keep', 'keep mails in memory only')
    .option('--max-mails <n>', 'most mails to hold', whole, 1_000)
    .option('--max-megabytes <n>', 'most megabytes to hold', whole, 256)
    .option('--json', 'print lines of JSON: first the addresses, then every mail')
    .action(run);

async function run(flags: InboxFlags): Promise<void> {
  const print = flags.json === true ? printJson : printLine;
  const inbox = await startInbox({
    smtp: flags.smtp,
    http: flags.http,
    folder: flags.keep === false ? undefined : flags.keep,
    limits: { mails: flags.maxMails, bytes: flags.maxMegabytes * 1024 * 1024 },
    maxBytes: 40 * 1024 * 1024,
    password: process.env.NEURON_MAILBOX_PASSWORD,
    onMail: print,
    onTrouble: message => process.stderr.write(`${message}\n`),
  });
  process.stdout.write(flags.json === true ? `${JSON.stringify(addresses(inbox))}\n` : greeting(inbox, flags));
  await askedToStop();
  await inbox.close();
}

const addresses = ({
  smtp,
  http,
}: Inbox): { readonly smtp: string; readonly http: string; readonly mailbox: string } => ({
  smtp: shownPlace(smtp),
  http: `http://${shownPlace(http)}`,
  mailbox: `mailhog+http://${shownPlace(http)}`,
});

function greeting(inbox: Inbox, flags: InboxFlags): string {
  const { smtp, mailbox } = addresses(inbox);
  const kept = flags.keep === false ? 'in memory' : `in ${flags.keep}`;
  return [
    `The inbox takes mail for anybody at smtp://${smtp} and keeps the last ${flags.maxMails} ${kept}. It is read by:`,
    '',
    `  neuron-conformance run --mailbox ${mailbox}`,
    '',
    '',
  ].join('\n');
}

function printLine(mail: MailEvidence): void {
  const time = new Date(mail.arrivedAt).toISOString().slice(11, 23);
  const code = mail.code.code === null ? 'no code' : `code ${mail.code.code}`;
  const subject = visible(mail.subject) || '(no subject)';
  process.stdout.write(
    `${time}  ${visible(mail.envelopeFrom ?? '<>')} → ${visible(mail.envelopeTo.join(', '))}  ${code}  ${subject}\n`,
  );
}

function printJson(mail: MailEvidence): void {
  const { id, arrivedAt, envelopeFrom, envelopeTo, subject, bytes, code } = mail;
  const line = { id, arrivedAt, from: envelopeFrom, to: envelopeTo, subject, bytes, code: code.code, why: code.why };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** A mail's words must not steer the terminal. */
const visible = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ').slice(0, 200);

function whole(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError(`"${text}" is no whole number from 1 on.`);
  return value;
}
