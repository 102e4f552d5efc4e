import { randomBytes } from 'node:crypto';
import type { Dialect } from './dialects.ts';
import type { PostOffice } from './mail/post-office.ts';
import type { Patterns } from './patterns.ts';
import type { Policies } from './policies/index.ts';
import type { AuditLevel } from './security/auditor.ts';
import { LoginAuditor } from './security/auditor.ts';
import { type Accounts, accountsInMemory } from './state/accounts.ts';
import { type ApiKey, type ApiKeys, apiKeysInMemory } from './state/api-keys.ts';
import { type Codes, codesInMemory } from './state/codes.ts';
import { type EventHandlers, eventHandlersInMemory } from './state/event-handlers.ts';
import { type Queues, queuesInMemory } from './state/messages.ts';
import { type Nonces, noncesInMemory } from './state/nonces.ts';
import { type Presences, presencesInMemory } from './state/presences.ts';
import { type Rate, rateInMemory } from './state/rate.ts';
import { type RevokedTokens, revokedInMemory } from './state/revoked.ts';
import { type Rosters, rostersInMemory } from './state/rosters.ts';
import { type HttpSessions, sessionsInMemory } from './state/sessions.ts';
import { type SubscriptionRequests, subscriptionRequestsInMemory } from './state/subscription-requests.ts';

/** What the host is and what it decides. */
interface HostNature {
  readonly domain: string;
  /** Whether it is reached over TLS. */
  readonly encrypted: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly dialect: Dialect;
  readonly policies: Policies;
  readonly patterns: Patterns;
  readonly postOffice: PostOffice;
  /** The one proof of a human user that the web form takes. */
  readonly recaptchaResponse: string;
}

/** What every resource works with: what the host is, what it decides, and what it remembers. */
export interface Host extends HostNature {
  readonly tokenSecret: Uint8Array;
  readonly auditor: LoginAuditor;
  readonly accounts: Accounts;
  readonly apiKeys: ApiKeys;
  readonly codes: Codes;
  readonly nonces: Nonces;
  readonly revoked: RevokedTokens;
  readonly queues: Queues;
  readonly rosters: Rosters;
  readonly requests: SubscriptionRequests;
  readonly presences: Presences;
  readonly eventHandlers: EventHandlers;
  readonly sessions: HttpSessions;
  /** Attempts to recover accounts, by address. */
  readonly recoveries: Rate;
}

export interface HostOptions extends HostNature {
  readonly audit: readonly AuditLevel[];
  readonly apiKeys: readonly ApiKey[];
}

const RECOVERIES_PER_HOUR = 20;
const HOUR = 3_600_000;

export function createHost({ audit, apiKeys, ...given }: HostOptions): Host {
  const fold = (userName: string): string => given.policies.accounts.fold(userName, given.dialect);
  return {
    ...given,
    tokenSecret: randomBytes(32),
    auditor: new LoginAuditor(given.policies.audit.levels(audit)),
    accounts: accountsInMemory(fold),
    apiKeys: apiKeysInMemory(apiKeys),
    codes: codesInMemory(),
    nonces: noncesInMemory(),
    revoked: revokedInMemory(),
    queues: queuesInMemory(fold),
    rosters: rostersInMemory(fold),
    requests: subscriptionRequestsInMemory(),
    presences: presencesInMemory(),
    eventHandlers: eventHandlersInMemory(),
    sessions: sessionsInMemory(),
    recoveries: rateInMemory(RECOVERIES_PER_HOUR, HOUR),
  };
}

/** The host's clock in whole Unix seconds. */
export const unixNow = (host: Host): number => Math.floor(host.now() / 1000);

/** What a host forgets when it is restarted; a correct one keeps everything. */
export function forget({ policies, nonces, revoked }: Host): void {
  if (!policies.nonces.lasting) nonces.clear();
  if (!policies.tokens.revocationLasts) revoked.clear();
}
