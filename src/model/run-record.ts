import type { Blame } from './blame.ts';
import type { Exchange } from './exchange.ts';
import type { Finding } from './finding.ts';
import type { JsonObject } from './json.ts';
import type { CodeReading, MailEvidence } from './mail.ts';
import type { Outcome } from './outcome.ts';
import type { Requirement } from './requirement.ts';

/** Version of `report.json`; the major part changes when a reader of the old form would misread the new one. */
export const SCHEMA_VERSION = '1.0';

/** What a run does to a host, planned or spent. */
export interface Effects {
  readonly accounts: number;
  readonly mails: number;
  readonly messages: number;
  /** Failed credentials: each counts towards the host's lock-out. */
  readonly failedCredentials: number;
  readonly requests: number;
  readonly steps: number;
  readonly endpoints: readonly string[];
  /** Estimated (planned) or measured (spent) duration of the whole run. */
  readonly seconds: number;
}

export interface WaitRecord {
  readonly what: string;
  readonly from: number;
  readonly until: number;
  /** Whom the run waited for. */
  readonly whom: 'host' | 'mail' | 'us';
  readonly attempts: number;
}

/** A mail as a step used it. */
export interface MailRecord extends MailEvidence {
  readonly actor: string;
  /** When the request was sent that triggered it; milliseconds since the epoch. */
  readonly triggeredAt: number | null;
  readonly chosen: CodeReading;
}

export interface StepRecord {
  /** Unique in its suite. Variants of `each`, `over` and `times` carry a suffix: `seconds[0]`, `no-token[Account/Info]`. */
  readonly id: string;
  readonly title: string;
  readonly verb: string;
  readonly endpoint: string | null;
  readonly actor: string | null;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly blame: Blame | null;
  readonly proves: readonly string[];
  /** How often each check passed in this step. */
  readonly passed: Readonly<Record<string, number>>;
  readonly findings: readonly Finding[];
  readonly exchanges: readonly Exchange[];
  readonly mails: readonly MailRecord[];
  readonly waits: readonly WaitRecord[];
}

export interface SuiteRecord {
  readonly id: string;
  readonly title: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly blame: Blame | null;
  readonly steps: readonly StepRecord[];
}

export interface RequirementRecord extends Requirement {
  /** `disabled` when no selected suite tests it. */
  readonly outcome: Outcome;
  readonly tested: boolean;
  /** Ids of the checks that judged it. */
  readonly checks: readonly string[];
  /** Why it was not tested; null when it was. */
  readonly untestedBecause: string | null;
}

/** Which published reading a target follows. */
export interface DialectRecord {
  readonly endpoint: string;
  /** The name of the contradiction in the endpoint's spec, e.g. `timestamps`. */
  readonly question: string;
  /** The reading the target follows; null when the run could not see it. */
  readonly reading: string | null;
  readonly readings: Readonly<Record<string, readonly string[]>>;
  /** The exchange that shows it. */
  readonly evidence: string | null;
}

/** An account this run created or left on the host. */
export interface LeftBehind {
  readonly kind: 'account';
  readonly userName: string;
  readonly eMail: string;
  readonly actor: string;
  readonly suite: string;
  readonly createdAt: number;
  /** Whether the host confirmed it; false when the run ended before the answer came. */
  readonly confirmed: boolean;
}

export interface Verdict {
  readonly outcome: Outcome;
  readonly blame: Blame | null;
  /** The answer to "may this version go out?", in one sentence. */
  readonly sentence: string;
  /** The one next thing to do; null when there is nothing. */
  readonly next: string | null;
}

/** The JSON of one run: `report.json`. */
export interface RunRecord {
  readonly schemaVersion: string;
  readonly suite: { readonly name: string; readonly version: string };
  readonly run: {
    readonly id: string;
    readonly startedAt: string;
    readonly endedAt: string;
    readonly target: string;
    readonly profile: string;
    readonly seed: number;
    readonly exitCode: number;
    /** How the run ended; anything but `finished` means that something was not run. */
    readonly ended: 'finished' | 'interrupted' | 'stopped';
  };
  readonly verdict: Verdict;
  /** Findings by outcome, and passes. */
  readonly counts: {
    readonly suites: number;
    readonly steps: number;
    readonly checks: Readonly<Record<Outcome, number>>;
    readonly notes: number;
  };
  readonly suites: readonly SuiteRecord[];
  readonly requirements: readonly RequirementRecord[];
  readonly dialect: readonly DialectRecord[];
  /** What the host says of itself: DomainInfo, the `Server` header, clock skew in milliseconds. */
  readonly host: JsonObject;
  readonly planned: Effects;
  readonly spent: Effects;
  readonly leftBehind: readonly LeftBehind[];
  /** What this installation's ledger says of the target before the run; absent for the embedded one. */
  readonly ledger?: { readonly onHost: number; readonly unconfirmed: number; readonly quota: number | null };
  readonly mailbox: JsonObject;
  readonly waivers: readonly JsonObject[];
  /** Share of seeded faults that this build finds; null where it has not been computed. */
  readonly detection: { readonly found: number; readonly seeded: number } | null;
  readonly redaction: { readonly secrets: number };
  /** What the run was compared with; then what newly fails is its verdict. Ids of findings, and of requirements. */
  readonly baseline?: {
    readonly runId: string;
    readonly target: string;
    readonly startedAt: string;
    readonly newlyFailing: readonly string[];
    readonly stillFailing: readonly string[];
    /** Findings of the baseline. */
    readonly fixed: readonly string[];
    readonly noLongerTested: readonly string[];
  };
}
