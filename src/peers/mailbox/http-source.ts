import type { Json } from '../../model/json.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { EventStream } from './event-stream.ts';
import { firstAnswer, type HttpAnswer, MailHttp, type MailHttpOptions } from './mail-http.ts';
import { pace } from './pace.ts';
import { Positions } from './positions.ts';
import type { Listed, MailSource } from './source.ts';

/** A mail as a catcher's API lists it. */
export interface Item {
  readonly id: string;
  /** Milliseconds since the epoch with a fraction, the server's clock. */
  readonly created: number;
  readonly from: string | null;
  readonly to: readonly string[];
}

export interface Page {
  readonly items: readonly Item[];
  readonly total: number;
}

/** What tells one mail catcher's HTTP API from another's. */
export interface CatcherApi {
  readonly kind: 'mailhog' | 'mailpit';
  readonly name: string;
  /** Path of the newest mails. */
  newest(limit: number): string;
  /** Path of a search for recipients that contain a text, newest first. */
  search(to: string, start: number, limit: number): string;
  /** Reads either answer; null when it is not one of this API. */
  page(answer: Json): Page | null;
  raw(http: MailHttp, id: string, signal: AbortSignal): Promise<Buffer | null>;
  /** Path of an endless stream of events, where there is one. */
  readonly events?: string;
}

/** With the download that follows a find, no more than four requests a second. */
const LOOKS_A_SECOND = 3;
const PAGE = 50;
const MAX_PAGES = 40;

/** Mail mostly comes within seconds; the longer it does not, the less often we look. Where events tell, less is enough. */
const backoff = (elapsed: number, told: boolean): number =>
  elapsed > 60_000 ? 2_000 : elapsed > 10_000 ? 1_000 : told ? 600 : 334;

/** A mail catcher read over its HTTP API. */
export function httpSource(
  api: CatcherApi,
  options: MailHttpOptions,
  probe: string | null,
  now: () => number,
): MailSource {
  const http = new MailHttp(options);
  const url = `${api.kind}+${options.url.origin}${options.url.pathname.replace(/\/+$/, '')}`;
  const turn = pace(LOOKS_A_SECOND, now);
  const events = api.events === undefined ? null : new EventStream(http, api.events);
  const positions = new Positions();
  let skew = 0;

  const listed = (item: Item): Listed => ({
    id: item.id,
    position: positions.of(item.id, item.created),
    arrivedAt: Math.min(now(), Math.round(positions.of(item.id, item.created) - skew)),
    envelopeFrom: item.from,
    recipients: item.to,
  });

  const page = async (path: string, signal: AbortSignal): Promise<Page> => {
    const answer = await http.get(path, signal);
    const found = read(api, answer);
    if (found === null)
      throw new Error(`${api.name} at ${url} answers ${path} with status ${answer.status} and no mails.`);
    return found;
  };

  const newest = async (signal: AbortSignal): Promise<Listed | null> => {
    const [first] = (await page(api.newest(1), signal)).items;
    return first === undefined ? null : listed(first);
  };

  return {
    kind: api.kind,
    url,
    relay: null,
    probe,
    backoff: elapsed => backoff(elapsed, events?.heard === true),
    open: async signal => {
      const answer = await firstAnswer(http, api.newest(1), api.name, url, signal);
      if (read(api, answer) === null) throw notAsNamed(api, url);
      skew = skewOf(answer, now());
    },
    position: async signal => Math.max((await newest(signal))?.position ?? 0, positions.highest),
    list: async (to, since, signal) => {
      await turn(signal);
      const found: Listed[] = [];
      for (let pages = 0; pages < MAX_PAGES; pages += 1) {
        const { items, total } = await page(api.search(to, pages * PAGE, PAGE), signal);
        found.push(...items.map(listed).filter(mail => mail.position > since));
        if (items.length === 0 || pages * PAGE + items.length >= total) break;
      }
      // Newest came first; of two with one time the later listed is the older.
      return found.reverse().sort((a, b) => a.position - b.position);
    },
    newest,
    raw: async (mail, signal) => {
      const raw = await api.raw(http, mail.id, signal);
      if (raw === null) throw new Error(`Mail ${mail.id} is no longer in ${api.name} at ${url}: somebody removed it.`);
      return raw;
    },
    ...(events && { arrival: (_to: string, signal: AbortSignal) => events.next(signal) }),
    close: async () => {
      events?.close();
      http.close();
    },
  };
}

function read(api: CatcherApi, answer: HttpAnswer): Page | null {
  const json = jsonOf(answer);
  return json === undefined ? null : api.page(json);
}

/** Catchers serve JSON under several names (`text/json`), so only the bytes are looked at. */
export function jsonOf(answer: HttpAnswer): Json | undefined {
  if (answer.status !== 200) return undefined;
  try {
    return JSON.parse(answer.body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** How far the server's clock is ahead, ms; its header has whole seconds, so less than two cannot be told. */
function skewOf(answer: HttpAnswer, now: number): number {
  const skew = answer.date === null ? 0 : answer.date - now;
  return Math.abs(skew) < 2_000 ? 0 : skew;
}

const notAsNamed = ({ name }: CatcherApi, url: string): OperatorError =>
  new OperatorError(
    'MAILBOX_NOT_AS_NAMED',
    `${url} answers, but not as ${name} does.`,
    'Check the URL: mailhog+http://… is for MailHog, mailpit+http://… for Mailpit.',
  );
