import type { StartedTestContainer } from 'testcontainers';
import { OperatorError } from '../../model/operator-error.ts';
import { type Binding, startContainer } from './docker-container.ts';
import { type CatcherApi, httpSource } from './http-source.ts';
import type { MailSource } from './source.ts';

const SMTP = 1025;
const HTTP = 8025;

/** The images that are started when the URL names none. */
const IMAGES: Readonly<Record<CatcherApi['kind'], string>> = {
  mailhog: 'mailhog/mailhog:v1.0.1',
  mailpit: 'axllent/mailpit:v1.27',
};

/**
 * A mail catcher in a container of our own: `mailhog+docker:` or `mailhog+docker:my/image:tag`. It listens on free
 * loopback ports, takes mail at `relay`, and is gone when the mailbox is closed. `?smtp=host:port` fixes where it takes
 * mail, for a Neuron whose relay is configured beforehand.
 */
export function dockerSource(api: CatcherApi, url: URL, now: () => number): MailSource {
  const image = url.pathname === '' ? IMAGES[api.kind] : url.pathname;
  const place = smtpPlace(url);
  let container: StartedTestContainer | null = null;
  let inner: MailSource | null = null;
  const started = (): MailSource => {
    if (inner === null) throw new Error(`The container of ${image} has not been started.`);
    return inner;
  };
  const stop = async (): Promise<void> => {
    const [source, running] = [inner, container];
    inner = container = null;
    await source?.close();
    await running?.stop({ timeout: 1_000 });
  };

  return {
    kind: 'docker',
    url: url.href,
    get relay() {
      return container === null ? null : `${container.getHost()}:${container.getMappedPort(SMTP)}`;
    },
    get probe() {
      return container === null ? null : `smtp://${container.getHost()}:${container.getMappedPort(SMTP)}`;
    },
    backoff: elapsed => started().backoff(elapsed),
    open: async signal => {
      const ready = { path: api.newest(1), port: HTTP };
      const ports = { [SMTP]: place, [HTTP]: { HostIp: '127.0.0.1', HostPort: '0' } };
      container = await startContainer(image, ports, ready, signal);
      const url = new URL(`http://${container.getHost()}:${container.getMappedPort(HTTP)}`);
      inner = httpSource(api, { url }, null, now);
      await inner.open(signal);
    },
    position: signal => started().position(signal),
    list: (to, since, signal) => started().list(to, since, signal),
    newest: signal => started().newest(signal),
    raw: (mail, signal) => started().raw(mail, signal),
    ...(api.events !== undefined && { arrival: (to: string, signal: AbortSignal) => arrivalOf(started(), to, signal) }),
    close: stop,
  };
}

function smtpPlace(url: URL): Binding {
  const given = url.searchParams.get('smtp') ?? '127.0.0.1:0';
  const [, host = '127.0.0.1', port] = /^(?:(.+):)?(\d{1,5})$/.exec(given) ?? [];
  if (port !== undefined && Number(port) <= 65_535) return { HostIp: host, HostPort: port };
  throw new OperatorError(
    'MAILBOX_NOT_A_URL',
    `"${given}" is not where a container can take mail.`,
    'Give a port, or an address and a port: mailhog+docker:?smtp=127.0.0.1:2525.',
  );
}

const arrivalOf = (source: MailSource, to: string, signal: AbortSignal): Promise<void> =>
  source.arrival?.(to, signal) ??
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
