import type { MailEvidence } from '../../model/mail.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { reasonOf } from '../../model/reason.ts';
import { poll } from '../poll.ts';
import { type AddressScheme, addressOf, sameAddress, sharedEnd } from './address.ts';
import type { Mailbox, MailWait, WaitForMail, Watermark } from './mailbox.ts';
import { PROBE, probeMailbox } from './probe.ts';
import { readMail } from './read-mail.ts';
import { singleFlight } from './single-flight.ts';
import type { Listed, MailSource } from './source.ts';

/** Milliseconds for finding out what came instead of the mail that did not. */
const LAST_WITHIN = 3_000;

/** The mailbox over any source: addresses, watermarks, waiting and the loop-back probe are the same for all. */
export function mailboxOf(source: MailSource, scheme: AddressScheme, now: () => number): Mailbox {
  const parsed = new Map<string, Promise<MailEvidence>>();
  let openedAt = 0;

  const read = (mail: Listed, signal: AbortSignal): Promise<MailEvidence> => {
    const known = parsed.get(mail.id);
    if (known !== undefined) return known;
    const reading = source
      .raw(mail, signal)
      .then(raw => readMail(raw, mail.arrivedAt, { id: mail.id, from: mail.envelopeFrom, to: mail.recipients }));
    parsed.set(mail.id, reading);
    reading.catch(() => parsed.delete(mail.id));
    return reading;
  };

  const list = singleFlight((query: string, signal) => source.list(query, openedAt, signal));

  const mailsFor = async (to: string, since: Watermark, signal: AbortSignal): Promise<readonly MailEvidence[]> => {
    const after = typeof since.position === 'number' ? since.position : 0;
    const listed = await list(sharedEnd(to, scheme) ?? to.toLowerCase(), signal);
    const ours = listed.filter(mail => mail.position > after && mail.recipients.some(each => sameAddress(each, to)));
    return Promise.all(ours.map(mail => read(mail, signal)));
  };

  let beforeProbe: Listed | null = null;
  /** The newest mail that is not our own. */
  const newest = async (signal: AbortSignal): Promise<Listed | null> => {
    const found = await source.newest(signal);
    return found?.recipients.some(each => sameAddress(each, addressOf(PROBE, scheme))) ? beforeProbe : found;
  };

  const last = async (signal: AbortSignal): Promise<MailEvidence | null> => {
    const found = await newest(signal);
    return found === null || found.position <= openedAt ? null : read(found, signal);
  };

  const { arrival } = source;
  const waitFor = async (wait: WaitForMail): Promise<MailWait> => {
    const polled = await poll({
      deadline: wait.deadline,
      signal: wait.signal,
      backoff: source.backoff,
      now,
      ...(arrival && { wake: (signal: AbortSignal) => arrival(wait.to, signal) }),
      probe: async signal => {
        try {
          const mails = await mailsFor(wait.to, wait.since, signal);
          return mails.length >= (wait.count ?? 1) ? { kind: 'found', value: mails } : { kind: 'not-yet' };
        } catch (error) {
          return { kind: 'failed', message: reasonOf(error), final: false };
        }
      },
    });
    const { attempts } = polled;
    if (polled.kind === 'found') return { kind: 'arrived', mails: polled.value, attempts };
    if (polled.kind === 'failed') return { kind: 'unreachable', message: polled.message, attempts };
    return {
      kind: 'late',
      last: await last(AbortSignal.any([wait.signal, AbortSignal.timeout(LAST_WITHIN)])).catch(() => null),
      attempts,
    };
  };

  const mailbox: Mailbox = {
    kind: source.kind,
    get url() {
      return source.url;
    },
    get relay() {
      return source.relay;
    },
    open: async signal => {
      // Loads the parser while the server is being reached, so that the first mail does not wait for it.
      void readMail(new Uint8Array(), 0);
      await source.open(signal);
      openedAt = await source.position(signal).catch(error => {
        signal.throwIfAborted();
        throw goneAgain(source.url, error);
      });
    },
    address: actor => addressOf(actor, scheme),
    watermark: async signal => ({ adapter: source.kind, at: now(), position: await source.position(signal) }),
    waitFor,
    mailsFor,
    probe: async signal => {
      beforeProbe = await newest(signal).catch(() => beforeProbe);
      return probeMailbox(mailbox, source.probe, now, signal);
    },
    close: () => source.close(),
  };
  return mailbox;
}

const goneAgain = (url: string, error: unknown): OperatorError =>
  new OperatorError(
    'MAILBOX_UNREACHABLE',
    `The mailbox at ${url} answered, and then could not be read: ${reasonOf(error)}.`,
    'Check that its server runs without a break, and run again.',
    { cause: error },
  );
