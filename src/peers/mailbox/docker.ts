import type { StartedTestContainer } from 'testcontainers';
import { OperatorError } from '../../model/operator-error.ts';
import { type CatcherApi, httpSource } from './http-source.ts';
import type { MailSource } from './source.ts';

const SMTP = 1025;
const HTTP = 8025;
const START_WITHIN = 120_000;

/** The images that are started when the URL names none. */
export const IMAGES = {
  mailhog: 'mailhog/mailhog:v1.0.1',
  mailpit: 'axllent/mailpit:v1.27',
} as const;

/**
 * A mail catcher in a container of our own: `mailhog+docker:` or `mailhog+docker:my/image:tag`. It listens on loopback,
 * takes mail at `relay`, and is gone when the mailbox is closed.
 */
export function dockerSource(api: CatcherApi, image: string, now: () => number): MailSource {
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
    url: `${api.kind}+docker:${image}`,
    get relay() {
      return container === null ? null : `${container.getHost()}:${container.getMappedPort(SMTP)}`;
    },
    get probe() {
      return container === null ? null : `smtp://${container.getHost()}:${container.getMappedPort(SMTP)}`;
    },
    backoff: elapsed => started().backoff(elapsed),
    open: async signal => {
      container = await start(api, image, signal);
      const url = new URL(`http://${container.getHost()}:${container.getMappedPort(HTTP)}`);
      inner = httpSource(api, { url }, null, now);
      await inner.open(signal);
    },
    position: signal => started().position(signal),
    list: (to, since, signal) => started().list(to, since, signal),
    newest: signal => started().newest(signal),
    raw: (mail, signal) => started().raw(mail, signal),
    ...(api.events !== undefined && { arrival: (signal: AbortSignal) => arrivalOf(started(), signal) }),
    close: stop,
  };
}

const arrivalOf = (source: MailSource, signal: AbortSignal): Promise<void> =>
  source.arrival?.(signal) ?? new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

async function start(api: CatcherApi, image: string, signal: AbortSignal): Promise<StartedTestContainer> {
  const { GenericContainer, Wait } = await import('testcontainers');

  /** Publishes on loopback only, which the library has no option for. An engine on another machine is left as it is. */
  class LoopbackContainer extends GenericContainer {
    protected override async beforeContainerCreated(): Promise<void> {
      if (/^(?:tcp|ssh|https?):/.test(process.env.DOCKER_HOST ?? '')) return;
      const binding = [{ HostIp: '127.0.0.1', HostPort: '0' }];
      this.hostConfig.PortBindings = { [`${SMTP}/tcp`]: binding, [`${HTTP}/tcp`]: binding };
    }
  }

  const starting = new LoopbackContainer(image)
    .withExposedPorts(SMTP, HTTP)
    .withStartupTimeout(START_WITHIN)
    .withWaitStrategy(Wait.forHttp(api.newest(1), HTTP).forStatusCode(200))
    .start();
  const given = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
  );
  try {
    return await Promise.race([starting, given]);
  } catch (error) {
    // What was started in spite of being given up must not stay behind.
    starting.then(late => late.stop({ timeout: 1_000 })).catch(() => undefined);
    signal.throwIfAborted();
    throw cannotStart(image, error);
  }
}

function cannotStart(image: string, error: unknown): OperatorError {
  const reason = error instanceof Error ? error.message : String(error);
  if (/working container runtime|ENOENT|ECONNREFUSED|EACCES/.test(reason)) {
    return new OperatorError(
      'MAILBOX_NO_DOCKER',
      `There is no Docker engine to start the mailbox ${image} with: ${reason}`,
      'Start Docker, set DOCKER_HOST, or use the embedded mailbox: --mailbox smtp://127.0.0.1:0.',
      { cause: error },
    );
  }
  return new OperatorError(
    'MAILBOX_CONTAINER',
    `The mailbox ${image} could not be started in a container: ${reason}`,
    `Try docker run ${image}; another image is named in the URL: mailhog+docker:my/image:tag.`,
    { cause: error },
  );
}
