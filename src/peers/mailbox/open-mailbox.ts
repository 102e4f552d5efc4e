import { didYouMean } from '../../model/guess.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { type AddressScheme, sharedEnd } from './address.ts';
import { dockerSource } from './docker.ts';
import { embeddedSource, type SmtpPlace } from './embedded.ts';
import { httpSource } from './http-source.ts';
import { imapSource } from './imap.ts';
import type { ImapPlace } from './imap-connect.ts';
import type { MailHttpOptions } from './mail-http.ts';
import type { Mailbox, MailboxOptions } from './mailbox.ts';
import { mailboxOf } from './mailbox-of.ts';
import { MAILHOG } from './mailhog.ts';
import { MAILPIT } from './mailpit.ts';
import type { MailSource } from './source.ts';

const DEFAULT_DOMAIN = 'conformance.example';
const FORMS = [
  'smtp://host:port',
  'mailhog+http://host:port',
  'mailpit+http://host:port',
  'imap://user@host/folder',
  'mailhog+docker:',
];
const SCHEMES = [
  'smtp',
  'mailhog+http',
  'mailhog+https',
  'mailpit+http',
  'mailpit+https',
  'imap',
  'imaps',
  'mailhog+docker',
  'mailpit+docker',
];

/**
 * Opens the mailbox that a URL names: `smtp://host:port` (we are the mail server), `mailhog+http(s)://…`,
 * `mailpit+http(s)://…`, `imap(s)://user@host/folder`, `mailhog+docker:`. Throws OperatorError when the URL is none of
 * these or the mailbox cannot be opened.
 */
export async function openMailbox(url: string, options: MailboxOptions, signal: AbortSignal): Promise<Mailbox> {
  const scheme = addressScheme(url, options);
  const mailbox = mailboxOf(await sourceOf(url, options, scheme), scheme, options.now ?? Date.now);
  try {
    await mailbox.open(signal);
  } catch (error) {
    await mailbox.close();
    throw error;
  }
  return mailbox;
}

/** An IMAP account without a domain of its own gets plus-addresses. */
function addressScheme(text: string, { runId, domain, plusAddress }: MailboxOptions): AddressScheme {
  const url = URL.canParse(text) ? new URL(text) : null;
  const user = decodeURIComponent(url?.username ?? '');
  const account = user.includes('@') ? user : `${user}@${url?.hostname ?? ''}`;
  const plus = plusAddress ?? (domain === undefined && url?.protocol.startsWith('imap') ? account : undefined);
  return { runId, domain: domain ?? DEFAULT_DOMAIN, plusAddress: plus };
}

async function sourceOf(text: string, options: MailboxOptions, scheme: AddressScheme): Promise<MailSource> {
  const url = URL.canParse(text) ? new URL(text) : null;
  const now = options.now ?? Date.now;
  switch (url?.protocol) {
    case 'smtp:':
      return embeddedSource(smtpPlace(url), now);
    case 'mailhog+http:':
    case 'mailhog+https:':
      return httpSource(MAILHOG, httpOptions(url, options), options.probe ?? null, now);
    case 'mailpit+http:':
    case 'mailpit+https:':
      return httpSource(MAILPIT, httpOptions(url, options), options.probe ?? null, now);
    case 'mailhog+docker:':
      return dockerSource(MAILHOG, url, now);
    case 'mailpit+docker:':
      return dockerSource(MAILPIT, url, now);
    case 'imap:':
    case 'imaps:':
      return imapSource(
        imapPlace(url, options),
        address => sharedEnd(address, scheme) !== null,
        options.probe ?? null,
        now,
      );
    default:
      throw notAMailbox(text, url);
  }
}

/** `?starttls=off` is for hosts that ask for a certificate they can verify as soon as one is offered. */
const smtpPlace = (url: URL): SmtpPlace => ({
  host: url.hostname.replace(/^\[|\]$/g, '') || '127.0.0.1',
  port: Number(url.port || 0),
  startTls: url.searchParams.get('starttls') !== 'off',
});

/** `mailhog+http://…` without what stands before the plus. */
const httpOptions = (url: URL, { password, ca }: MailboxOptions): MailHttpOptions => ({
  url: new URL(url.href.slice(url.href.indexOf('+') + 1)),
  password,
  ca,
});

const imapPlace = (url: URL, { password, ca }: MailboxOptions): ImapPlace => ({
  host: url.hostname.replace(/^\[|\]$/g, ''),
  port: Number(url.port || (url.protocol === 'imaps:' ? 993 : 143)),
  secure: url.protocol === 'imaps:',
  user: decodeURIComponent(url.username),
  password: password ?? decodeURIComponent(url.password),
  folder: decodeURIComponent(url.pathname.replace(/^\//, '')) || 'INBOX',
  ca,
});

function notAMailbox(text: string, url: URL | null): OperatorError {
  const message =
    url === null
      ? `"${text}" is no mailbox URL.${didYouMean(text.split(':')[0] ?? text, SCHEMES)}`
      : `There is no mailbox of the kind "${url.protocol.slice(0, -1)}".${didYouMean(url.protocol.slice(0, -1), SCHEMES)}`;
  return new OperatorError('MAILBOX_NOT_A_URL', message, `Give one of: ${FORMS.join(', ')}.`);
}
