import type { Body, Exchange, Header, Timings } from '../model/exchange.ts';
import { header } from '../model/exchange.ts';
import type { RunRecord } from '../model/run-record.ts';
import type { Reporter } from './reporter.ts';

const pairs = (headers: readonly Header[]): { name: string; value: string }[] =>
  headers.map(([name, value]) => ({ name, value }));

const query = (url: string): { name: string; value: string }[] =>
  URL.canParse(url) ? [...new URL(url).searchParams].map(([name, value]) => ({ name, value })) : [];

/** HAR's phases, whose sum is the time; `ssl` is part of `connect`, and -1 says that a phase did not happen. */
function phases(timings: Timings): { time: number; timings: Record<string, number> } {
  const connect = timings.connect === undefined ? -1 : timings.connect + (timings.tls ?? 0);
  const before = (timings.dns ?? 0) + Math.max(0, connect);
  const wait = timings.firstByte ?? Math.max(0, timings.whole - before);
  const receive = Math.max(0, timings.whole - before - wait);
  return {
    time: before + wait + receive,
    timings: { blocked: -1, dns: timings.dns ?? -1, connect, ssl: timings.tls ?? -1, send: 0, wait, receive },
  };
}

const contentOf = (body: Body | undefined, type: string): Record<string, string | number> =>
  body === undefined
    ? { size: 0, mimeType: type }
    : {
        size: body.bytes,
        mimeType: type,
        ...(body.base64 === undefined ? { text: body.text } : { text: body.base64, encoding: 'base64' }),
        ...(body.truncated ? { comment: 'cut at the size limit' } : {}),
      };

function entry(exchange: Exchange, page: string): unknown {
  const { request, answer, failure } = exchange;
  const type = header(request.headers, 'content-type') ?? 'application/octet-stream';
  return {
    pageref: page,
    startedDateTime: new Date(exchange.startedAt).toISOString(),
    ...phases(exchange.timings),
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(request.headers),
      queryString: query(request.url),
      ...(request.body === null ? {} : { postData: { mimeType: type, text: request.body.text, params: [] } }),
      headersSize: -1,
      bodySize: request.body?.bytes ?? 0,
    },
    response: {
      status: answer?.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: pairs(answer?.headers ?? []),
      content: contentOf(answer?.body, header(answer?.headers ?? [], 'content-type') ?? 'application/octet-stream'),
      redirectURL: header(answer?.headers ?? [], 'location') ?? '',
      headersSize: -1,
      bodySize: answer?.body.bytes ?? -1,
      ...(failure === null ? {} : { comment: failure.message }),
    },
    cache: {},
    comment: exchange.id,
  };
}

function log(record: RunRecord): unknown {
  return {
    version: '1.2',
    creator: { name: record.suite.name, version: record.suite.version },
    pages: record.suites.map(suite => ({
      startedDateTime: new Date(suite.startedAt).toISOString(),
      id: suite.id,
      title: suite.title,
      pageTimings: {},
    })),
    entries: record.suites.flatMap(suite =>
      suite.steps.flatMap(step => step.exchanges.map(exchange => entry(exchange, suite.id))),
    ),
    comment: record.verdict.sentence,
  };
}

/** Every exchange as an HTTP Archive 1.2, which browsers' network panels open; a page per suite. */
export const har: Reporter = {
  format: 'har',
  file: 'exchanges.har',
  render: record => JSON.stringify({ log: log(record) }),
};
