import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import type { Exchange, Header, Timings, TransportFailure } from '../../model/exchange.ts';
import { readAnswer } from './answer.ts';
import { sentBody } from './body.ts';
import type { NeuronClient, NeuronClientOptions, OutgoingRequest } from './client.ts';
import { TimedClient, type TrackedDispatch } from './connection.ts';
import { describeFailure } from './failure.ts';
import { type Received, Reception } from './reception.ts';
import { trustOf } from './trust.ts';

const MAX_BYTES = 1024 * 1024;
const MAX_HEADER_BYTES = 64 * 1024;
const TIMEOUT = 30_000;
/** More at once than any suite asks for; a bound all the same. */
const CONNECTIONS = 64;
/** Errors of a request that cannot be written at all: the suite's fault, not the target's. */
const OURS = /^UND_ERR_(INVALID_ARG|NOT_SUPPORTED|REQ_CONTENT_LENGTH_MISMATCH|DESTROYED|CLOSED)$/;

/**
 * Opens a pool of connections to one target; nothing is sent yet. Throws OperatorError when `ca` is no PEM certificate.
 */
export function connectNeuron(options: NeuronClientOptions): NeuronClient {
  const { origin, maxBytes = MAX_BYTES, timeout = TIMEOUT, now = Date.now } = options;
  const url = new URL(origin);
  const connection = { trust: trustOf(options.ca), timeout };
  const pool = new Pool(origin, {
    connections: CONNECTIONS,
    maxHeaderSize: MAX_HEADER_BYTES,
    // The deadline of `send` bounds the whole exchange; a second clock would only report it in other words.
    headersTimeout: 0,
    bodyTimeout: 0,
    factory: (base, poolOptions) => new TimedClient(base, poolOptions, connection),
  });

  const receive = (request: OutgoingRequest, signal: AbortSignal): Promise<Received> =>
    new Promise(resolve => {
      const reception = new Reception(maxBytes, received => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        // The pool takes its connection back one turn later; whoever sends next shall find it there.
        queueMicrotask(() => setImmediate(resolve, received));
      });
      const limit = request.timeout ?? timeout;
      const timer = setTimeout(() => reception.giveUp(new GivenUp('timeout', limit)), limit);
      const abort = () => reception.giveUp(new GivenUp('aborted', limit));
      signal.addEventListener('abort', abort, { once: true });
      const dispatch: TrackedDispatch = {
        path: request.path,
        method: request.method,
        headers: request.headers.flat(),
        body: request.body,
        servername: url.hostname,
        listener: reception,
      };
      pool.dispatch(dispatch, reception);
    });

  const send = async (request: OutgoingRequest, signal: AbortSignal): Promise<Exchange> => {
    signal.throwIfAborted();
    const startedAt = now();
    const started = performance.now();
    const received = await receive(request, signal);
    const timings: Timings = {
      ...received.connection,
      ...(received.firstByte === null ? {} : { firstByte: received.firstByte }),
      whole: received.endedAt - started,
    };
    if (received.phase === 'connecting') signal.throwIfAborted();
    const what = `${request.method} ${request.path}`;
    const read = await readAnswer(received, what, maxBytes);
    return {
      id: request.id,
      endpoint: request.endpoint,
      actor: request.actor,
      startedAt,
      request: {
        method: request.method,
        url: origin + request.path,
        headers: headersOnTheWire(request, url.host),
        body: sentBody(request.body, maxBytes),
      },
      answer: read.answer,
      failure: failureOf(received, what, origin, options.ca !== undefined) ?? read.failure,
      timings,
    };
  };

  return { host: url.host, send, close: () => pool.destroy() };
}

/** The caller or the clock ended the exchange. */
class GivenUp extends Error {
  override readonly name = 'GivenUp';
  readonly kind: 'timeout' | 'aborted';
  readonly limit: number;

  constructor(kind: 'timeout' | 'aborted', limit: number) {
    super(kind);
    this.kind = kind;
    this.limit = limit;
  }
}

function failureOf({ error, phase }: Received, what: string, origin: string, hasCa: boolean): TransportFailure | null {
  if (error === null) return null;
  if ('code' in error && typeof error.code === 'string' && OURS.test(error.code)) throw error;
  if (!(error instanceof GivenUp)) return describeFailure(error, { origin, what, phase, hasCa });
  if (error.kind === 'aborted') return { kind: 'aborted', message: `${what} was given up because the run was ended.` };
  const done = { connecting: 'no connection came about', waiting: 'no answer came', reading: 'the answer did not end' }[
    phase
  ];
  const message = `${origin}: ${done} to ${what} within ${error.limit} ms; check the host's load, or raise the timeout.`;
  return { kind: 'timeout', message };
}

/** The headers as written: `Host` first, then those given, in order, then the length that goes with the body. */
function headersOnTheWire(request: OutgoingRequest, host: string): readonly Header[] {
  const isHost = ([name]: Header) => name.toLowerCase() === 'host';
  const own = request.headers.find(isHost);
  const length = request.body === null ? 0 : Buffer.byteLength(request.body);
  const hasLength = length > 0 || ['POST', 'PUT', 'PATCH'].includes(request.method);
  const given = request.headers.filter(([name]) => !['host', 'content-length'].includes(name.toLowerCase()));
  return [own ?? ['host', host], ...given, ...(hasLength ? [['content-length', String(length)] as const] : [])];
}
