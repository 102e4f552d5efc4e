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

type Kind = TransportFailure['kind'];

const UNTRUSTED = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** Says in one sentence why no complete answer came, from the error that the socket or the parser gave. */
export function describeFailure(error: Error, context: FailureContext): TransportFailure {
  const { origin, what } = context;
  const hostname = new URL(origin).hostname;
  const code = codeOf(error);
  const failed = (kind: Kind, message: string): TransportFailure => ({ kind, message });

  switch (code) {
    case 'ENOTFOUND':
      return failed(
        'dns',
        `The name ${hostname} has no address; check the spelling of the target, and the name server.`,
      );
    case 'EAI_AGAIN':
      return failed('dns', `The name server did not answer for ${hostname}; check the network and try again.`);
    case 'ECONNREFUSED':
      return failed(
        'refused',
        `Nothing listens at ${origin}: the connection was refused; check that the host runs, and its port.`,
      );
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'EADDRNOTAVAIL':
      return failed(
        'unreachable',
        `There is no way through the network to ${origin} (${code}); check route and firewall.`,
      );
    case 'ETIMEDOUT':
    case 'CONNECT_TIMEOUT':
      return failed(
        'timeout',
        `No connection to ${origin} came about in time; check that host and firewall let us in.`,
      );
    case 'HPE_HEADER_OVERFLOW':
    case 'UND_ERR_HEADERS_OVERFLOW':
      return failed('too-large', `The header of the answer to ${what} is larger than 64 KiB; reading stopped there.`);
    case 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH':
    case 'HPE_INVALID_EOF_STATE':
      return failed(
        'truncated',
        `${origin} ended its answer to ${what} before the length it had announced; what came is kept.`,
      );
  }
  const tls = tlsFailure(code, error, context, hostname);
  if (tls !== null) return failed('tls', tls);
  if (code.startsWith('HPE_') || error.name === 'HTTPParserError') {
    const hint = origin.startsWith('http:') ? ' If the port speaks TLS, write https:// before the host.' : '';
    return failed(
      'protocol',
      `${origin} answered ${what} with something that is not HTTP (${reasonOf(error)}).${hint}`,
    );
  }
  if (CLOSED.has(code)) return closedFailure(context, failed);
  return failed('protocol', `The exchange ${what} with ${origin} broke off: ${error.message} (${code}).`);
}

const CLOSED = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED']);

function closedFailure(
  { origin, what, phase }: FailureContext,
  failed: (kind: Kind, message: string) => TransportFailure,
) {
  if (phase === 'connecting')
    return failed('reset', `${origin} closed the connection while it was being made; check what listens on that port.`);
  if (phase === 'waiting')
    return failed(
      'reset',
      `${origin} closed the connection before it answered ${what}; look at the host's log for the reason.`,
    );
  return failed(
    'truncated',
    `${origin} closed the connection in the middle of its answer to ${what}; what came is kept.`,
  );
}

function tlsFailure(code: string, error: Error, { origin, hasCa }: FailureContext, hostname: string): string | null {
  if (UNTRUSTED.has(code)) {
    const next = hasCa
      ? 'the file given with --ca does not hold the authority that signed it.'
      : 'if it is a private one, give its certificate with --ca FILE (PEM).';
    return `The certificate of ${origin} is signed by an authority that this machine does not know (${code}); ${next}`;
  }
  if (code === 'CERT_HAS_EXPIRED') return `The certificate of ${origin} has expired; the host needs a new one.`;
  if (code === 'CERT_NOT_YET_VALID')
    return `The certificate of ${origin} is not valid yet; check the clock of this machine and of the host.`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return `The certificate of ${origin} is made out to other names than ${hostname}; use a name that it carries, or renew it.`;
  }
  if (code === 'ERR_SSL_WRONG_VERSION_NUMBER' || code === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') {
    return `${origin} does not speak TLS on this port; check the port, or write http:// where the host is on this machine.`;
  }
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_') || code.startsWith('CERT_') || code === 'EPROTO') {
    return `TLS with ${origin} could not be agreed on: ${error.message} (${code}).`;
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

const reasonOf = (error: Error): string =>
  error.message.replace(/^Response does not match the HTTP\/1\.1 protocol \((.*)\)$/, '$1');
