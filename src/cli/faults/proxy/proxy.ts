import { request as ask, createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Mutant } from './mutant.ts';
import { mutate, type Passing, sideOf } from './mutate.ts';

export interface Proxy {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Stands before a host and changes its answers. It shares no code with the host: HTTP is Node's own, JSON is read
 * and written anew. `reached` is called when an answer was changed.
 */
export async function startProxy(target: string, mutant: Mutant, reached: () => void): Promise<Proxy> {
  const origin = new URL(target);
  const meant = matcherOf(mutant);
  let first: Passing | null = null;
  let other: Passing | null = null;
  let successes = 0;

  const change = async (answer: Passing): Promise<Passing> => {
    const { act } = mutant;
    const isSuccess = sideOf(answer) === 'success';
    if (act.kind === 'replayed' && isSuccess) {
      if (first !== null) reached();
      first ??= answer;
      return first;
    }
    if (act.kind === 'swapped' && isSuccess && other !== null) {
      reached();
      return { ...answer, body: other.body };
    }
    if (act.kind === 'delayed' && isSuccess) {
      successes += 1;
      if (successes !== act.nth) return answer;
      reached();
      await sleep(act.milliseconds);
      return answer;
    }
    const changed = mutate(answer, act);
    if (changed !== null) reached();
    return changed ?? answer;
  };

  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const ours = meant(incoming);
    const answer = await forward(origin, incoming, await bytesOf(incoming), ours);
    const given = ours ? await change(answer) : answer;
    if (!ours && sideOf(answer) === 'success') other = answer;
    write(outgoing, incoming, given, given !== answer);
  };

  const server = createServer((incoming, outgoing) => {
    pass(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${portOf(server.address())}`,
    stop: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === 'object' && address !== null ? address.port : 0;

function matcherOf({ method, path }: Mutant): (incoming: IncomingMessage) => boolean {
  const pattern = new RegExp(
    `^${path.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&').replaceAll(/\{\w+\}/g, '[^?]+')}(?:\\?|$)`,
  );
  return incoming => incoming.method === method && path !== '' && pattern.test(incoming.url ?? '');
}

async function bytesOf(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Sends a request on as it came; `readable` asks for an answer that is not compressed. */
function forward(origin: URL, incoming: IncomingMessage, body: Buffer, readable: boolean): Promise<Passing> {
  const headers = pairs(incoming.rawHeaders).filter(
    ([name]) => !(readable && name.toLowerCase() === 'accept-encoding') && name.toLowerCase() !== 'connection',
  );
  return new Promise((resolve, reject) => {
    const outgoing = ask(
      {
        host: origin.hostname,
        port: origin.port,
        method: incoming.method,
        path: incoming.url,
        headers: headers.flat(),
        setHost: false,
      },
      answer => {
        bytesOf(answer).then(
          bytes => resolve({ status: answer.statusCode ?? 502, headers: pairs(answer.rawHeaders), body: bytes }),
          reject,
        );
      },
    );
    outgoing.once('error', reject).end(body);
  });
}

function pairs(raw: readonly string[]): (readonly [string, string])[] {
  return raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));
}

function write(outgoing: ServerResponse, incoming: IncomingMessage, answer: Passing, isChanged: boolean): void {
  const hop = isChanged
    ? /^(?:connection|keep-alive|transfer-encoding|content-length)$/i
    : /^(?:connection|keep-alive)$/i;
  const headers = answer.headers.filter(([name]) => !hop.test(name));
  const needsLength = isChanged && incoming.method !== 'HEAD' && answer.status !== 204;
  outgoing.sendDate = false;
  outgoing.writeHead(answer.status, [
    ...headers.flat(),
    ...(needsLength ? ['Content-Length', String(answer.body.length)] : []),
  ]);
  outgoing.end(answer.body);
}
