import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Json } from '../../../model/json.ts';
import type { Capture, Captured } from '../capture.ts';
import { messageOf } from './message.ts';

export interface ApiOptions {
  /** Asked of every client by Basic authentication, with any user name; none is asked when absent. */
  readonly password?: string | undefined;
}

type Handler = (capture: Capture, url: URL, id: string, answer: ServerResponse) => void;

const MAX_LIMIT = 250;

/** MailHog's HTTP API over a capture, as far as other tools read mails with it. */
const ROUTES: readonly (readonly [method: string, path: RegExp, handler: Handler])[] = [
  ['GET', /^\/api\/v2\/messages\/?$/, (capture, url, _, answer) => sendPage(answer, url, [...capture.mails])],
  ['GET', /^\/api\/v2\/search\/?$/, search],
  [
    'GET',
    /^\/api\/v1\/messages\/?$/,
    (capture, _, __, answer) => sendJson(answer, newestFirst(capture.mails).slice(0, 1000).map(messageOf)),
  ],
  ['DELETE', /^\/api\/v1\/messages\/?$/, remove],
  ['GET', /^\/api\/v1\/messages\/([^/]+)\/?$/, (capture, _, id, answer) => sendJson(answer, shown(find(capture, id)))],
  ['DELETE', /^\/api\/v1\/messages\/([^/]+)\/?$/, remove],
  ['GET', /^\/api\/v1\/messages\/([^/]+)\/download\/?$/, download],
  ['GET', /^\/api\/v1\/events\/?$/, events],
];

export function serveApi(capture: Capture, options: ApiOptions): Server {
  return createServer((request, answer) => {
    if (!isAllowed(request, options.password)) {
      answer.writeHead(401, { 'www-authenticate': 'Basic realm="inbox"' }).end();
      return;
    }
    const path = `http://inbox${request.url ?? '/'}`;
    const url = URL.canParse(path) && isEncoded(path) ? new URL(path) : null;
    const found = ROUTES.filter(([, pattern]) => url !== null && pattern.test(url.pathname));
    const route = found.find(([method]) => method === request.method);
    if (url === null || route === undefined) {
      const allow = found.map(([method]) => method).join(', ');
      answer.writeHead(allow === '' ? 404 : 405, allow === '' ? {} : { allow }).end();
      return;
    }
    const [, pattern, handler] = route;
    handler(capture, url, decodeURIComponent(pattern.exec(url.pathname)?.[1] ?? ''), answer);
  });
}

const isEncoded = (path: string): boolean => !/%(?![0-9a-f]{2})/i.test(path);

function isAllowed(request: IncomingMessage, password: string | undefined): boolean {
  if (password === undefined) return true;
  const [, credentials = ''] = /^Basic\s+(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const decoded = Buffer.from(credentials, 'base64').toString('utf8');
  const given = decoded.slice(decoded.indexOf(':') + 1);
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return decoded.includes(':') && timingSafeEqual(digest(given), digest(password));
}

function search(capture: Capture, url: URL, _: string, answer: ServerResponse): void {
  const query = url.searchParams.get('query')?.toLowerCase() ?? '';
  const within = (text: string): boolean => text.toLowerCase().includes(query);
  const tests: Record<string, (mail: Captured) => boolean> = {
    to: mail => mail.to.some(within),
    from: mail => within(mail.from ?? ''),
    containing: mail => within(Buffer.from(mail.raw).toString('utf8')),
  };
  const test = tests[url.searchParams.get('kind') ?? ''];
  if (test === undefined || query === '') answer.writeHead(400).end();
  else sendPage(answer, url, capture.mails.filter(test));
}

function download(capture: Capture, _: URL, id: string, answer: ServerResponse): void {
  const mail = find(capture, id);
  if (mail === undefined) answer.writeHead(404).end();
  else answer.writeHead(200, { 'content-type': 'message/rfc822' }).end(mail.raw);
}

function remove(capture: Capture, _: URL, id: string, answer: ServerResponse): void {
  capture.remove(id === '' ? undefined : id);
  answer.writeHead(200, { 'content-type': 'text/json' }).end();
}

/** One event for every mail, as long as the client listens. */
function events(capture: Capture, _: URL, __: string, answer: ServerResponse): void {
  const gone = new AbortController();
  answer.once('close', () => gone.abort());
  answer.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' }).flushHeaders();
  const follow = async (): Promise<void> => {
    for await (const mail of capture.arrivals(gone.signal))
      answer.write(`data: ${JSON.stringify(messageOf(mail))}\n\n`);
  };
  follow().catch(() => answer.end());
}

const find = (capture: Capture, id: string): Captured | undefined => capture.mails.find(mail => mail.id === id);

const shown = (mail: Captured | undefined): Json => (mail === undefined ? null : messageOf(mail));

const newestFirst = (mails: readonly Captured[]): Captured[] => [...mails].reverse();

function sendPage(answer: ServerResponse, url: URL, mails: readonly Captured[]): void {
  const whole = (name: string, otherwise: number): number => {
    const value = Number(url.searchParams.get(name));
    return Number.isInteger(value) && value > 0 ? value : otherwise;
  };
  const start = whole('start', 0);
  const items = newestFirst(mails).slice(start, start + Math.min(MAX_LIMIT, whole('limit', 50)));
  sendJson(answer, { total: mails.length, count: items.length, start, items: items.map(messageOf) });
}

/** MailHog calls its JSON `text/json`. */
function sendJson(answer: ServerResponse, value: Json): void {
  answer.writeHead(200, { 'content-type': 'text/json' }).end(JSON.stringify(value));
}
