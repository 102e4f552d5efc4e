import { setTimeout as delay } from 'node:timers/promises';
import type { StartedTestContainer, WaitStrategy } from 'testcontainers';
import { OperatorError } from '../../model/operator-error.ts';
import { reasonOf } from '../../model/reason.ts';
import { poll } from '../poll.ts';

/** Where a port of a container is published, as Docker names it. */
export interface Binding {
  readonly HostIp: string;
  readonly HostPort: string;
}

/** What answers 200 when the container is ready. */
export interface Ready {
  readonly path: string;
  readonly port: number;
}

const START_WITHIN = 120_000;
const REMOVE_WITHIN = 5_000;

/**
 * Starts a container with its ports published as said, and waits until `ready` answers 200. What does not get that far,
 * or is given up on the way, is removed before this rejects.
 */
export async function startContainer(
  image: string,
  ports: Readonly<Record<number, Binding>>,
  ready: Ready,
  signal: AbortSignal,
): Promise<StartedTestContainer> {
  const { GenericContainer } = await import('testcontainers');
  const created: string[] = [];

  /** Publishes where it is told, which the library has no option for. An engine on another machine is left as it is. */
  class PublishedContainer extends GenericContainer {
    protected override async beforeContainerCreated(): Promise<void> {
      if (/^(?:tcp|ssh|https?):/.test(process.env.DOCKER_HOST ?? '')) return;
      const bindings = Object.entries(ports).map(([port, binding]) => [`${port}/tcp`, [binding]] as const);
      this.hostConfig.PortBindings = Object.fromEntries(bindings);
    }

    protected override async containerCreated(id: string): Promise<void> {
      created.push(id);
      signal.throwIfAborted();
    }
  }

  const starting = new PublishedContainer(image)
    .withExposedPorts(...Object.keys(ports).map(Number))
    .withWaitStrategy(answering(ready, signal))
    .start();
  const givenUp = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    return await Promise.race([starting, givenUp]);
  } catch (error) {
    await removeAll(created);
    await Promise.race([starting.catch(() => undefined), delay(REMOVE_WITHIN, undefined, { ref: false })]);
    await removeAll(created);
    signal.throwIfAborted();
    throw cannotStart(image, error);
  }
}

/** Waits until an HTTP port answers 200, unless the container ends or is given up. */
function answering(ready: Ready, signal: AbortSignal): WaitStrategy {
  const strategy: WaitStrategy = {
    waitUntilReady: async (container, bound) => {
      const { getContainerRuntimeClient } = await import('testcontainers');
      const { host } = (await getContainerRuntimeClient()).info.containerRuntime;
      const url = `http://${host}:${bound.getBinding(ready.port)}${ready.path}`;
      const polled = await poll<true>({
        deadline: Date.now() + START_WITHIN,
        patience: START_WITHIN,
        signal,
        backoff: () => 100,
        probe: async looking => {
          const { State } = await container.inspect();
          if (!State.Running) return { kind: 'failed', message: `It ended with ${State.ExitCode}.`, final: true };
          const answer = await fetch(url, { signal: looking }).catch(() => null);
          await answer?.body?.cancel();
          return answer?.status === 200 ? { kind: 'found', value: true } : { kind: 'not-yet' };
        },
      });
      if (polled.kind === 'found') return;
      const why = polled.kind === 'failed' ? polled.message : `It did not answer within ${START_WITHIN / 1000} s.`;
      throw new Error(`${why} (${ready.path} on port ${ready.port})`);
    },
    withStartupTimeout: () => strategy,
    isStartupTimeoutSet: () => true,
    getStartupTimeout: () => START_WITHIN,
  };
  return strategy;
}

async function removeAll(ids: readonly string[]): Promise<void> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  for (const id of ids) {
    const { container } = await getContainerRuntimeClient();
    // It may be gone already, or about to be.
    await container
      .getById(id)
      .remove({ force: true, v: true })
      .catch(() => undefined);
  }
}

function cannotStart(image: string, error: unknown): OperatorError {
  const reason = reasonOf(error);
  if (/working container runtime|ENOENT|ECONNREFUSED|EACCES/.test(reason)) {
    return new OperatorError(
      'MAILBOX_NO_DOCKER',
      `There is no Docker engine to start the mailbox ${image} with: ${reason}.`,
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
