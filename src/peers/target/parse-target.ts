import { OperatorError } from '../../model/operator-error.ts';

/** Where a Neuron answers: `origin` for URLs, `host` for the `Host` header and so for the host part of signatures. */
export interface Target {
  /** `https://neuron.example.com:8443` */
  readonly origin: string;
  /** `neuron.example.com:8443`; without the port where it is the scheme's own. */
  readonly host: string;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const EXAMPLE = 'Give a host name such as neuron.example.com, with :port where it is not 443.';

/** Whether a host name, as `URL.hostname` writes it, can only mean this machine. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);

/**
 * Reads a target as an operator writes it: `host[:port]` or a URL. Without a scheme it is HTTPS, on loopback HTTP.
 * Throws OperatorError for what is no host, for a path, query or credentials, and for plain HTTP to another machine.
 */
export function parseTarget(text: string): Target {
  const typed = text.trim();
  if (typed === '') throw new OperatorError('TARGET_EMPTY', 'The target is empty.', EXAMPLE);
  const url = readUrl(typed);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    throw new OperatorError(
      'TARGET_SCHEME',
      `The target "${typed}" has the scheme ${url.protocol}//, but a Neuron answers over https.`,
      EXAMPLE,
    );
  }
  if (url.username !== '' || url.password !== '') {
    const next = 'Leave them out of the target; secrets come from NEURON_API_SECRET and NEURON_PASSWORD.';
    throw new OperatorError('TARGET_CREDENTIALS', `The target at "${url.host}" carries a user name or password.`, next);
  }
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    const next = `Give ${url.origin} alone; the paths come from the contract.`;
    throw new OperatorError('TARGET_PATH', `The target "${typed}" goes on after the host.`, next);
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    const next = `Use https://${url.host}; plain HTTP is for a host on this machine.`;
    throw new OperatorError(
      'TARGET_PLAIN_HTTP',
      `The target "${typed}" would send passwords and tokens in clear.`,
      next,
    );
  }
  return { origin: url.origin, host: url.host };
}

function readUrl(typed: string): URL {
  const url = parseUrl(SCHEME.test(typed) ? typed : `https://${typed}`);
  if (url === null || url.hostname === '') {
    throw new OperatorError('TARGET_NOT_A_URL', `The target "${typed}" is neither a host name nor a URL.`, EXAMPLE);
  }
  if (SCHEME.test(typed) || !isLoopback(url.hostname)) return url;
  return parseUrl(`http://${typed}`) ?? url;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
