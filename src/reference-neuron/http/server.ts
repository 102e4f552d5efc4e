import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Asking } from '../call.ts';
import { readBody } from './body.ts';
import { compressed } from './compress.ts';
import { onProtocolError } from './protocol-errors.ts';
import { send } from './send.ts';
import type { Wire } from './wire.ts';

const MAX_HEADER_BYTES = 65_536;
/** The host keeps bodies in memory, so it stops long before the framework's 10 GB. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

export interface ServerOptions {
  readonly port: number;
  readonly hostname: string;
  readonly tls: { readonly key: string; readonly cert: string } | null;
  readonly handle: (asking: Asking) => Promise<Wire>;
}

export interface RunningServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Listens, and resolves when it does. */
export async function listen({ port, hostname, tls, handle }: ServerOptions): Promise<RunningServer> {
  const settings = { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: 30_000 };
  const server = tls === null ? createHttpServer(settings) : createHttpsServer({ ...settings, ...tls });
  server.on('request', (request, response) => {
    respond(request, response, handle).catch(() => response.destroy());
  });
  server.on('clientError', onProtocolError);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, resolve);
  });
  return { port: portOf(server), stop: () => close(server) };
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  handle: ServerOptions['handle'],
): Promise<void> {
  const wire = await handle(askingOf(request));
  send(response, compressed(wire, request.headers['accept-encoding']), request.method ?? 'GET');
}

function askingOf(request: IncomingMessage): Asking {
  const url = new URL(request.url ?? '/', 'http://neuron.invalid');
  return {
    method: request.method ?? 'GET',
    path: url.pathname,
    query: url.searchParams,
    headers: headersOf(request),
    remote: {
      address: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
      port: request.socket.remotePort ?? 0,
    },
    body: () => readBody(request, MAX_BODY_BYTES),
  };
}

function headersOf(request: IncomingMessage): ReadonlyMap<string, string> {
  const distinct = Object.entries(request.headersDistinct);
  return new Map(distinct.map(([name, values]) => [name, (values ?? []).join(name === 'cookie' ? '; ' : ', ')]));
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error === undefined ? resolve() : reject(error)));
    server.closeAllConnections();
  });
}
