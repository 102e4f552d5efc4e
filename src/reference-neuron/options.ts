import { randomBytes } from 'node:crypto';
import { type Dialect, resolveDialect } from './dialects.ts';
import type { Fault } from './faults/fault.ts';
import { FAULTS } from './faults/index.ts';
import { type AuditLevel, DEFAULT_LEVELS } from './security/auditor.ts';
import { type ApiKey, WEB_FORM_OWNER } from './state/api-keys.ts';

/** What was asked of the host before it is answered. */
export interface Observed {
  readonly endpoint: string | null;
  readonly method: string;
  readonly path: string;
}

export interface ReferenceNeuronOptions {
  /** @default 0, a free port */
  readonly port?: number;
  /** Address to listen on. @default '127.0.0.1' */
  readonly hostname?: string;
  /** Where mail is delivered. @default null, no mail leaves the host */
  readonly smtp?: { readonly host: string; readonly port: number } | null;
  /** URL that takes SMS as a JSON POST of `{to, message, language}`. @default null */
  readonly sms?: string | null;
  /** PEM texts; with them the host speaks HTTPS. */
  readonly tls?: { readonly key: string; readonly cert: string };
  /** The XMPP domain, which is not the HTTP host. @default 'reference-neuron.test' */
  readonly domain?: string;
  /** Readings to follow instead of the default ones, by question (see DIALECTS). */
  readonly dialect?: Readonly<Record<string, string>>;
  /** Ids of faults to have (see listFaults). */
  readonly faults?: readonly string[];
  /** Levels of the login auditing; null turns it off. */
  readonly audit?: readonly AuditLevel[] | null;
  /** Quota of the API key. @default 1000 */
  readonly accountLimit?: number;
  /** @default random */
  readonly apiKey?: string;
  /** @default random */
  readonly apiSecret?: string;
  /** Quota of the key owned by "Agent API", on which the web form draws; null for no such key. @default 100 */
  readonly webFormLimit?: number | null;
  /** The one reCAPTCHA proof that the web form takes. @default random */
  readonly recaptchaResponse?: string;
  /** The host's clock, milliseconds since the epoch. @default Date.now */
  readonly now?: () => number;
  /** Called for each request before it is answered; the answer waits for it. */
  readonly observe?: (request: Observed) => void | Promise<void>;
}

/** The options with every default filled in. */
export interface Resolved
  extends Required<Omit<ReferenceNeuronOptions, 'tls' | 'dialect' | 'faults' | 'audit' | 'observe'>> {
  readonly tls: { readonly key: string; readonly cert: string } | null;
  readonly dialect: Dialect;
  readonly faults: readonly Fault[];
  readonly audit: readonly AuditLevel[];
  readonly observe: (request: Observed) => void | Promise<void>;
}

/** Throws a RangeError for a dialect or a fault that does not exist. */
export function resolveOptions(options: ReferenceNeuronOptions): Resolved {
  return {
    port: options.port ?? 0,
    hostname: options.hostname ?? '127.0.0.1',
    smtp: options.smtp ?? null,
    sms: options.sms ?? null,
    tls: options.tls ?? null,
    domain: options.domain ?? 'reference-neuron.test',
    dialect: resolveDialect(options.dialect ?? {}),
    faults: (options.faults ?? []).map(faultNamed),
    audit: options.audit === undefined ? DEFAULT_LEVELS : (options.audit ?? []),
    accountLimit: options.accountLimit ?? 1000,
    apiKey: options.apiKey ?? randomBytes(16).toString('hex'),
    apiSecret: options.apiSecret ?? randomBytes(24).toString('base64url'),
    webFormLimit: options.webFormLimit === undefined ? 100 : options.webFormLimit,
    recaptchaResponse: options.recaptchaResponse ?? randomBytes(24).toString('base64url'),
    now: options.now ?? Date.now,
    observe: options.observe ?? (() => undefined),
  };
}

function faultNamed(id: string): Fault {
  const fault = FAULTS.find(known => known.id === id);
  if (fault === undefined) throw new RangeError(`There is no fault "${id}"; listFaults() names them all.`);
  return fault;
}

/** The keys that the host starts with: the operator's, and the one that the web form draws on. */
export function apiKeysOf({ apiKey, apiSecret, accountLimit, webFormLimit }: Resolved): ApiKey[] {
  const unused = { created: 0, deleted: 0 };
  const given = { key: apiKey, secret: apiSecret, owner: 'Operator', limit: accountLimit, ...unused };
  if (webFormLimit === null) return [given];
  const own = { key: randomBytes(16).toString('hex'), secret: randomBytes(24).toString('base64url') };
  return [given, { ...own, owner: WEB_FORM_OWNER, limit: webFormLimit, ...unused }];
}
