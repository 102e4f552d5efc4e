import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readPost } from './read-post.ts';
import { readSms, type Sms } from './read-sms.ts';

export interface Receiver {
  readonly port: number;
  close(): Promise<void>;
}

export interface ReceiverOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Takes a message in and gives its id. */
  readonly take: (sms: Sms, bytes: number) => string;
}

const MAX_CONNECTIONS = 100;
const PATIENCE = 10_000;

/** Listens in the place of an SMS gateway: any path, by POST. Rejects when it cannot listen. */
export async function receiveSms({ host, port, take }: ReceiverOptions): Promise<Receiver> {
  const server = createServer({ requestTimeout: PATIENCE, headersTimeout: PATIENCE }, (request, answer) => {
    respond(request, answer, take).catch(() => answer.destroy());
  });
  server.maxConnections = MAX_CONNECTIONS;
  server.listen(port, host);
  await once(server, 'listening');
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : port,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function respond(request: IncomingMessage, answer: ServerResponse, take: ReceiverOptions['take']): Promise<void> {
  const post = await readPost(request);
  if (post.kind === 'refused') return refuse(answer, post.status, post.why);
  const messages = readSms(post.value);
  if (messages.length === 0)
    return refuse(answer, 400, 'No text message was found: it needs a number in "to" and a text in "message".');
  const ids = messages.map(sms => take(sms, post.bytes));
  answer.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ ids }));
}

function refuse(answer: ServerResponse, status: number, why: string): void {
  answer.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    ...(status === 405 && { Allow: 'POST' }),
    ...(status === 413 && { Connection: 'close' }),
  });
  answer.end(`${why}\n`);
}
