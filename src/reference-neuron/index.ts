import { assemble } from './assemble.ts';
import type { FaultNeed } from './faults/fault.ts';
import { FAULTS } from './faults/index.ts';
import { forget } from './host.ts';
import { listen } from './http/server.ts';
import { type Inspection, inspect } from './inspection.ts';
import type { ReferenceNeuronOptions } from './options.ts';

export { DIALECTS, type DialectQuestion } from './dialects.ts';
export type { Inspection } from './inspection.ts';
export type { Observed, ReferenceNeuronOptions } from './options.ts';
export type { AuditLevel } from './security/auditor.ts';

/** A host that runs in this process, in memory. */
export interface ReferenceNeuron {
  /** `http://127.0.0.1:49152`, without a slash at the end. */
  readonly url: string;
  /** What stands in the Host header, and so in signatures: name and port. */
  readonly host: string;
  /** The XMPP domain. */
  readonly domain: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  /** The reCAPTCHA proof that the web form takes. */
  readonly recaptchaResponse: string;
  /** What the host knows at this moment, for tests. */
  readonly inspect: Inspection;
  /** Stops listening and listens again on the same port, with the state that a host keeps. */
  restart(): Promise<void>;
  /** Ends every connection and gives up undelivered mail; a second call is the same as the first. */
  stop(): Promise<void>;
}

/**
 * Starts our own conformant host. Each call gives a host of its own, with nothing in common with others.
 *
 * @throws RangeError for a dialect, reading or fault that does not exist; the system's error when it cannot listen.
 */
export async function startReferenceNeuron(options: ReferenceNeuronOptions = {}): Promise<ReferenceNeuron> {
  const { settings, host, handle } = assemble(options);
  const { port, hostname, tls, domain, apiKey, apiSecret, recaptchaResponse } = settings;
  let server = await listen({ port, hostname, tls, handle });
  const name = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${server.port}`;
  let stopped: Promise<void> | null = null;
  return {
    url: `${tls === null ? 'http' : 'https'}://${name}`,
    host: name,
    domain,
    apiKey,
    apiSecret,
    recaptchaResponse,
    inspect: inspect(host),
    restart: async () => {
      await server.stop();
      forget(host);
      server = await listen({ port: server.port, hostname, tls, handle });
    },
    stop: () => {
      stopped ??= Promise.all([server.stop(), host.postOffice.stop()]).then(() => undefined);
      return stopped;
    },
  };
}

/** What the registry tells of a fault. `needs` names the host control without which no run can see it. */
export interface ListedFault {
  readonly id: string;
  readonly endpoint: string;
  readonly breaks: readonly string[];
  readonly text: string;
  readonly needs?: FaultNeed;
}

/** The seeded deviations that the option `faults` can name. */
export const listFaults = (): readonly ListedFault[] =>
  FAULTS.map(({ id, endpoint, breaks, text, needs }) => ({
    id,
    endpoint,
    breaks,
    text,
    ...(needs !== undefined && { needs }),
  }));
