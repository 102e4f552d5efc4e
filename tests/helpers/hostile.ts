import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';

type Behaviour = (incoming: IncomingMessage, outgoing: ServerResponse) => void | Promise<void>;

const MEGABYTE = 1024 * 1024;

/** Ways of being no Neuron. */
export const BEHAVIOURS = {
  html: (_, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'text/html' }).end('<!doctype html><title>Welcome to nginx!</title>');
  },
  hang: () => undefined,
  'half-way': (_, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 });
    outgoing.write('{"domain":', () => outgoing.destroy());
  },
  'no-answer': (_, outgoing) => {
    outgoing.destroy();
  },
  'fifty-megabytes': async (_, outgoing) => {
    outgoing.writeHead(200, { 'Content-Type': 'application/json' });
    const chunks = function* () {
      for (let sent = 0; sent < 50; sent++) yield Buffer.alloc(MEGABYTE, 'a');
    };
    // The reader leaves when it has seen enough.
    await pipeline(chunks, outgoing).catch(() => {});
  },
} satisfies Record<string, Behaviour>;

export interface Hostile {
  readonly url: string;
  /** Requests so far. */
  readonly seen: () => number;
  close(): Promise<void>;
}

/** A server that behaves well for some requests, as a proxy of a good host, and in its own way afterwards. */
export async function startHostile(
  behaviour: keyof typeof BEHAVIOURS,
  good: { readonly target: string; readonly requests: number } | null = null,
): Promise<Hostile> {
  let seen = 0;
  const server: Server = createServer((incoming, outgoing) => {
    seen += 1;
    if (good !== null && seen <= good.requests) forward(good.target, incoming, outgoing);
    else {
      incoming.resume();
      void BEHAVIOURS[behaviour](incoming, outgoing);
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen: () => seen,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Passes a request on with its `Host`, which signatures are made over. */
function forward(target: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { hostname, port } = new URL(target);
  const { method, url, headers } = incoming;
  const onward = request({ hostname, port, method, path: url, headers }, answer => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}
