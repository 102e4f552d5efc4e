import { faultyPolicies } from './faults/apply.ts';
import type { FaultNeed } from './faults/fault.ts';
import { FAULTS } from './faults/index.ts';
import { createHost } from './host.ts';
import { createHandler } from './http/handler.ts';
import { listen } from './http/server.ts';
import { type Inspection, inspect } from './inspection.ts';
import { openPostOffice } from './mail/post-office.ts';
import { apiKeysOf, type ReferenceNeuronOptions, resolveOptions } from './options.ts';
import { createPatterns } from './patterns.ts';
import { CORRECT } from './policies/index.ts';
import { RESOURCES } from './resources.ts';

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
  /** Ends every connection and gives up undelivered mail; a second call is the same as the first. */
  stop(): Promise<void>;
}

/**
 * Starts our own conformant host. Each call gives a host of its own, with nothing in common with others.
 *
 * @throws RangeError for a dialect, reading or fault that does not exist; the system's error when it cannot listen.
 */
export async function startReferenceNeuron(options: ReferenceNeuronOptions = {}): Promise<ReferenceNeuron> {
  const settings = resolveOptions(options);
  const { apiKey, apiSecret, domain, tls, hostname } = settings;
  const postOffice = openPostOffice(settings);
  const host = createHost({
    domain,
    encrypted: tls !== null,
    now: settings.now,
    dialect: settings.dialect,
    policies: faultyPolicies(settings.faults, CORRECT),
    patterns: createPatterns(),
    postOffice,
    audit: settings.audit,
    apiKeys: apiKeysOf(settings),
    recaptchaResponse: settings.recaptchaResponse,
  });
  const handle = createHandler({ host, resources: RESOURCES, faults: settings.faults, observe: settings.observe });
  const server = await listen({ port: settings.port, hostname, tls, handle });
  let stopped: Promise<void> | null = null;
  const name = `${hostname.includes(':') ? `[${hostname}]` : hostname}:${server.port}`;
  return {
    url: `${tls === null ? 'http' : 'https'}://${name}`,
    host: name,
    domain,
    apiKey,
    apiSecret,
    recaptchaResponse: settings.recaptchaResponse,
    inspect: inspect(host),
    stop: () => {
      stopped ??= Promise.all([server.stop(), postOffice.stop()]).then(() => undefined);
      return stopped;
    },
  };
}

/** The seeded deviations that the option `faults` can name. */
export const listFaults = (): readonly {
  readonly id: string;
  readonly endpoint: string;
  readonly breaks: readonly string[];
  readonly text: string;
  /** The host control without which it does not show; absent where every run can see it. */
  readonly needs?: FaultNeed;
}[] =>
  FAULTS.map(({ id, endpoint, breaks, text, needs }) => ({
    id,
    endpoint,
    breaks,
    text,
    ...(needs !== undefined && { needs }),
  }));
