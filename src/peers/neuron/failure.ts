import type { TransportFailure } from '../../model/exchange.ts';

/** How far an exchange had come when it failed. */
export type Phase = 'connecting' | 'waiting' | 'reading';

export interface FailureContext {
  readonly origin: string;
  /** `POST /Agent/Account/Create` */
  readonly what: string;
  readonly phase: Phase;
  /** Whether the operator has given certificate authorities of their own. */
  readonly hasCa: boolean;
}

/** Why no complete answer came, and what to do about it; both without a full stop. */
export interface Explanation {
  readonly kind: TransportFailure['kind'];
  readonly said: string;
  readonly next: string;
}

const UNTRUSTED = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);
const CLOSED = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED']);

/** Says in one sentence why no complete answer came, from the error that the socket or the parser gave. */
export function describeFailure(error: Error, context: FailureContext): TransportFailure {
  const { kind, said, next } = explainFailure(error, context);
  return { kind, message: `${said}; ${next}.` };
}

/** The same in its two parts. */
export function explainFailure(error: Error, context: FailureContext): Explanation {
  const { origin, what } = context;
  const { hostname } = new URL(origin);
  const code = codeOf(error);
  const failed = (kind: Explanation['kind'], said: string, next: string): Explanation => ({ kind, said, next });
  switch (code) {
    case 'ENOTFOUND':
      return failed(
        'dns',
        `The name ${hostname} has no address`,
        'check the spelling of the target, and the name server',
      );
    case 'EAI_AGAIN':
      return failed('dns', `The name server did not answer for ${hostname}`, 'check the network and try again');
    case 'ECONNREFUSED':
      return failed(
        'refused',
        `Nothing listens at ${origin}: the connection was refused`,
        'check that the host runs, and its port',
      );
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return failed(
        'unreachable',
        `There is no way through the network to ${origin} (${code})`,
        'check route and firewall',
      );
    case 'ETIMEDOUT':
    case 'CONNECT_TIMEOUT':
      return failed(
        'timeout',
        `No connection to ${origin} came about in time`,
        'check that host and firewall let us in',
      );
    case 'HPE_HEADER_OVERFLOW':
    case 'UND_ERR_HEADERS_OVERFLOW':
      return failed('too-large', `The header of the answer to ${what} is larger than 64 KiB`, 'reading stopped there');
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
    case 'HPE_INVALID_EOF_STATE':
      return failed(
        'truncated',
        `${origin} ended its answer to ${what} before the length it had announced`,
        'what came is kept',
      );
  }
  const tls = explainTls(code, error, context, hostname);
  if (tls !== null) return { kind: 'tls', ...tls };
  if (code.startsWith('HPE_') || error.name === 'HTTPParserError') {
    const said = `${origin} answered ${what} with something that is not HTTP (${reasonOf(error)})`;
    return failed(
      'protocol',
      said,
      origin.startsWith('http:') ? 'if the port speaks TLS, write https:// before the host' : 'check the port',
    );
  }
  if (CLOSED.has(code)) return explainClosed(context);
  return failed(
    'protocol',
    `The exchange ${what} with ${origin} broke off (${code})`,
    `the system says: ${error.message}`,
  );
}

function explainClosed({ origin, what, phase }: FailureContext): Explanation {
  switch (phase) {
    case 'connecting':
      return {
        kind: 'reset',
        said: `${origin} closed the connection while it was being made`,
        next: 'check what listens on that port',
      };
    case 'waiting':
      return {
        kind: 'reset',
        said: `${origin} closed the connection before it answered ${what}`,
        next: "look at the host's log for the reason",
      };
    case 'reading':
      return {
        kind: 'truncated',
        said: `${origin} closed the connection in the middle of its answer to ${what}`,
        next: 'what came is kept',
      };
  }
}

function explainTls(
  code: string,
  error: Error,
  { origin, hasCa }: FailureContext,
  hostname: string,
): { readonly said: string; readonly next: string } | null {
  const certificate = `The certificate of ${origin}`;
  if (UNTRUSTED.has(code)) {
    const said = `${certificate} is signed by an authority that this machine does not know (${code})`;
    const own = 'the file given with --ca does not hold the authority that signed it';
    return { said, next: hasCa ? own : 'if it is a private one, give its certificate with --ca FILE (PEM)' };
  }
  if (code === 'CERT_HAS_EXPIRED') return { said: `${certificate} has expired`, next: 'the host needs a new one' };
  if (code === 'CERT_NOT_YET_VALID') {
    return { said: `${certificate} is not valid yet`, next: 'check the clock of this machine and of the host' };
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return {
      said: `${certificate} is made out to other names than ${hostname}`,
      next: 'use a name that it carries, or renew it',
    };
  }
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
    const next = 'check the port, or write http:// where the host is on this machine';
    return { said: `${origin} does not speak TLS on this port`, next };
  }
  if (/^(ERR_SSL_|ERR_TLS_|CERT_)/.test(code) || code === 'EPROTO') {
    return {
      said: `TLS with ${origin} could not be agreed on (${code})`,
      next: `the system says: ${error.message.trim()}`,
    };
  }
  return null;
}

/** The code of an error, or of the first of several where every address of a name failed. */
function codeOf(error: Error): string {
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  if (error.cause instanceof Error) return codeOf(error.cause);
  return error.name;
}

const reasonOf = (error: Error): string => /\((.*)\)$/.exec(error.message)?.[1] ?? error.message;
