import { lookup } from 'node:dns/promises';
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { connect as connectTls, type DetailedPeerCertificate } from 'node:tls';
import { OperatorError } from '../../model/operator-error.ts';
import { explainFailure } from '../../peers/neuron/failure.ts';
import { trustOf } from '../../peers/neuron/trust.ts';
import { type Examination, fine, problem, skipped, thrown, warning } from './examination.ts';

const PATIENCE = 10_000;
const DAY = 86_400_000;
/** A certificate that ends sooner will end before somebody looks again. */
const SOON = 14;

export interface Endpoint {
  readonly url: URL;
  /** PEM of own certificate authorities. */
  readonly ca: string | null;
}

export async function examineName({ url }: Endpoint): Promise<Examination> {
  const { hostname } = url;
  const name = 'DNS';
  if (isIP(bare(hostname)) !== 0) return skipped(name, `${hostname} is an address`);
  try {
    const addresses = await lookup(hostname, { all: true });
    return fine(name, `${hostname} is ${addresses.map(({ address }) => address).join(', ')}`);
  } catch (error) {
    return unreachable(name, error, url, false);
  }
}

export async function examinePort({ url }: Endpoint): Promise<Examination> {
  const started = performance.now();
  try {
    const socket = await opened(connectTcp({ host: bare(url.hostname), port: portOf(url) }), 'connect');
    socket.destroy();
    return fine('TCP', `port ${portOf(url)} answers after ${Math.round(performance.now() - started)} ms`);
  } catch (error) {
    return unreachable('TCP', error, url, false);
  }
}

/** Looks at the certificate chain; `now` in milliseconds since the epoch. */
export async function examineCertificate({ url, ca }: Endpoint, now: number): Promise<Examination> {
  const name = 'TLS';
  if (url.protocol !== 'https:') return skipped(name, 'plain HTTP on this machine');
  const host = bare(url.hostname);
  try {
    const trust = trustOf(ca ?? undefined);
    const servername = isIP(host) === 0 ? host : '';
    const socket = await opened(
      connectTls({ host, port: portOf(url), servername, ...(trust === null ? {} : { secureContext: trust }) }),
      'secureConnect',
    );
    const chain = chainOf(socket.getPeerCertificate(true));
    const version = socket.getProtocol();
    socket.destroy();
    const days = Math.floor(Math.min(...chain.map(({ valid_to }) => Date.parse(valid_to) - now)) / DAY);
    const said = `${version}, ${chain.map(({ subject }) => subject.CN ?? 'a nameless authority').join(' ← ')}, valid for ${days} more days`;
    return days < SOON ? warning(name, `${said}: renew it soon`) : fine(name, said);
  } catch (error) {
    return unreachable(name, error, url, ca !== null);
  }
}

/** From the host's own to the root, which is its own issuer. */
function chainOf(certificate: DetailedPeerCertificate): readonly DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = [];
  let link: DetailedPeerCertificate | undefined = certificate;
  while (link !== undefined && !chain.includes(link)) {
    chain.push(link);
    link = link.issuerCertificate;
  }
  return chain;
}

function opened<S extends Socket>(socket: S, event: 'connect' | 'secureConnect'): Promise<S> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      socket.destroy();
      reject(error);
    };
    socket.once(event, () => resolve(socket));
    socket.on('error', fail);
    socket.setTimeout(PATIENCE, () => fail(Object.assign(new Error('no answer'), { code: 'CONNECT_TIMEOUT' })));
  });
}

function unreachable(name: string, error: unknown, { origin }: URL, hasCa: boolean): Examination {
  if (!(error instanceof Error) || error instanceof OperatorError) return thrown(name, error);
  const { said, next } = explainFailure(error, { origin, what: 'the handshake', phase: 'connecting', hasCa });
  return problem(name, `${said}.`, `${next.charAt(0).toUpperCase()}${next.slice(1)}.`);
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');
const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
