import { randomUUID } from 'node:crypto';
import type { MailEvidence } from '../../model/mail.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { reasonOf } from '../../model/reason.ts';
import { Bell } from '../mailbox/bell.ts';
import { readCode } from '../mailbox/code/read-code.ts';
import type { Catcher, MailWait, WaitForMail } from '../mailbox/mailbox.ts';
import { poll } from '../poll.ts';
import { e164 } from './phone-number.ts';
import { PROBE_NUMBER, probeSink } from './probe.ts';
import { receiveSms } from './receiver.ts';

/** Messages that are held; the oldest go first. */
const MOST = 1_000;
/** Milliseconds between looks; a message that comes wakes whoever waits for it. */
const PAUSE = 1_000;

interface Held {
  /** Counts from 1 in order of arrival. */
  readonly number: number;
  readonly sms: MailEvidence;
}

/**
 * Opens the SMS sink: a gateway that sends nothing on and keeps what it is handed. `url` says where it listens, such as
 * `http://0.0.0.0:8026/sms`; port 0 takes a free one. Throws OperatorError when it cannot listen there.
 */
export async function openSmsSink(url: string, now: () => number = Date.now): Promise<Catcher> {
  if (!URL.canParse(url)) cannotListen(url, 'it is no URL');
  const place = new URL(url);
  const bell = new Bell<MailEvidence>();
  const held: Held[] = [];
  let count = 0;

  const take = (sms: MailEvidence): string => {
    count += 1;
    held.push({ number: count, sms });
    if (held.length > MOST) held.shift();
    bell.ring(sms);
    return sms.id;
  };
  const receiver = await receiveSms({
    host: place.hostname.replace(/^\[|\]$/g, ''),
    port: Number(place.port || 80),
    take: (sms, bytes) => take(evidenceOf(sms.to, sms.text, bytes, now())),
  }).catch(error => cannotListen(url, error));
  place.port = String(receiver.port);

  const mailsFor: Catcher['mailsFor'] = async (to, { position }) =>
    held.filter(each => each.number > Number(position) && isFor(each.sms, to)).map(({ sms }) => sms);

  const waitFor = async (wait: WaitForMail): Promise<MailWait> => {
    const polled = await poll({
      deadline: wait.deadline,
      signal: wait.signal,
      backoff: () => PAUSE,
      now,
      wake: signal => bell.next(signal, sms => isFor(sms, wait.to)),
      probe: async signal => {
        const found = await mailsFor(wait.to, wait.since, signal);
        return found.length >= (wait.count ?? 1) ? { kind: 'found', value: found } : { kind: 'not-yet' };
      },
    });
    const { attempts } = polled;
    if (polled.kind === 'found') return { kind: 'arrived', mails: polled.value, attempts };
    if (polled.kind === 'failed') return { kind: 'unreachable', message: polled.message, attempts };
    const last = held.findLast(({ sms }) => !isFor(sms, PROBE_NUMBER));
    return { kind: 'late', last: last?.sms ?? null, attempts };
  };

  const sink: Catcher = {
    kind: 'sms',
    url: place.href,
    watermark: async () => ({ adapter: 'sms', at: now(), position: count }),
    waitFor,
    mailsFor,
    probe: signal => probeSink(sink, now, signal),
    close: () => receiver.close(),
  };
  return sink;
}

const isFor = ({ to }: MailEvidence, number: string): boolean => to.includes(e164(number) ?? number);

const evidenceOf = (to: readonly string[], text: string, bytes: number, arrivedAt: number): MailEvidence => ({
  medium: 'sms',
  id: `sms-${randomUUID()}`,
  arrivedAt,
  envelopeFrom: null,
  envelopeTo: [],
  from: '',
  to,
  subject: '',
  messageId: null,
  date: null,
  headers: [],
  received: [],
  text,
  html: null,
  attachments: [],
  bytes,
  code: readCode({ subject: '', text, html: null, forwarded: [] }),
});

function cannotListen(url: string, error: unknown): never {
  throw new OperatorError(
    'SMS_CANNOT_LISTEN',
    `The SMS sink cannot listen at ${url}: ${reasonOf(error)}.`,
    'Choose a free port in "sms", or port 0 to have one chosen: sms: http://127.0.0.1:0.',
    { cause: error },
  );
}
