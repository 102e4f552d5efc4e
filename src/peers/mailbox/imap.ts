import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { type ImapPlace, imapConnector } from './imap-connect.ts';
import { type AddressTest, readHead } from './imap-recipients.ts';
import { pace } from './pace.ts';
import { singleFlight } from './single-flight.ts';
import type { Listed, MailSource } from './source.ts';

const LOOK_EVERY = 250;
const ENVELOPE = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-delivered-to', 'return-path'];
const HEADERS = ['to', 'cc', 'received', 'message-id', ...ENVELOPE];
const MAX_MAIL = 40 * 1024 * 1024;

const backoff = (elapsed: number): number => (elapsed < 10_000 ? LOOK_EVERY : elapsed < 60_000 ? 1_000 : 2_000);

/**
 * Reads one folder of an IMAP account without changing it. One connection serves all who wait: a look is one NOOP, and
 * only what has a higher UID than anything seen is asked for. IDLE is not used, since servers tell later by it.
 */
export function imapSource(place: ImapPlace, isOurs: AddressTest, probe: string | null, now: () => number): MailSource {
  const url = `${place.secure ? 'imaps' : 'imap'}://${encodeURIComponent(place.user)}@${place.host}:${place.port}/${encodeURIComponent(place.folder)}`;
  const connect = imapConnector(place, url);
  const turn = pace(1_000 / LOOK_EVERY, now);
  const known: Listed[] = [];
  const deliveries = new Set<string>();
  const state = { highest: 0, exists: -1, lookedAt: 0, validity: null as bigint | null };
  let connection: Promise<ImapFlow> | null = null;

  const connectAnew = async (): Promise<ImapFlow> => {
    const client = await connect();
    const found = client.mailbox === false ? null : client.mailbox.uidValidity;
    if (state.validity !== null && found !== state.validity) {
      client.close();
      throw new Error(`The folder at ${url} was made anew while it was read: old and new mails cannot be told apart.`);
    }
    state.validity = found;
    state.exists = -1;
    return client;
  };

  /** The one connection, made again when it broke. */
  const connected = async (): Promise<ImapFlow> => {
    const client = await connection?.catch(() => null);
    if (client?.usable === true) return client;
    client?.close();
    connection = connectAnew();
    return connection;
  };

  /** Notes a mail, unless it is a copy of one that is already noted. */
  const note = (mail: FetchMessageObject, seenAt: number): void => {
    const { recipients, returnPath, delivery } = readHead(mail.headers?.toString('latin1') ?? '', isOurs);
    state.highest = mail.uid;
    if (delivery !== null && deliveries.has(delivery)) return;
    if (delivery !== null) deliveries.add(delivery);
    const internal = new Date(mail.internalDate ?? seenAt).getTime();
    // Between two looks shortly after each other the time of the second is nearer than a clock of whole seconds.
    const arrivedAt = seenAt - state.lookedAt < 3_000 ? seenAt : Math.min(internal, seenAt);
    known.push({ id: `${mail.uid}`, position: mail.uid, arrivedAt, envelopeFrom: returnPath, recipients });
  };

  /** Takes note of every mail with a higher UID than any seen before. */
  const look = singleFlight(async () => {
    const imap = await connected();
    await imap.noop();
    const exists = imap.mailbox === false ? 0 : imap.mailbox.exists;
    const seenAt = now();
    if (exists > 0 && exists !== state.exists) {
      const query = { uid: true, internalDate: true, headers: HEADERS };
      const fetched = await imap.fetchAll(`${state.highest + 1}:*`, query, { uid: true });
      const fresh = fetched.filter(mail => mail.uid > state.highest).sort((a, b) => a.uid - b.uid);
      for (const mail of fresh) note(mail, seenAt);
    }
    state.exists = exists;
    state.lookedAt = seenAt;
  });

  return {
    kind: 'imap',
    url,
    relay: null,
    probe,
    backoff,
    open: async () => {
      const imap = await connected();
      const newest =
        imap.mailbox !== false && imap.mailbox.exists > 0 ? await imap.fetchOne('*', { uid: true }) : false;
      state.highest = newest === false || newest === undefined ? 0 : newest.uid;
    },
    position: async signal => {
      await look('look', signal);
      return state.highest;
    },
    list: async (_to, since, signal) => {
      await turn(signal);
      await look('look', signal);
      return known.filter(mail => mail.position > since);
    },
    newest: async () => known.at(-1) ?? null,
    raw: async mail => {
      const imap = await connected();
      const found = await imap.fetchOne(mail.id, { source: { maxLength: MAX_MAIL } }, { uid: true });
      if (found === false || found?.source === undefined)
        throw new Error(`Mail ${mail.id} is no longer in ${place.folder} at ${url}.`);
      return found.source;
    },
    close: async () => {
      const client = await connection?.catch(() => null);
      connection = null;
      if (client?.usable === true) await client.logout().catch(() => client.close());
      else client?.close();
    },
  };
}
