import type { Check, EarlierStep } from '../checks/index.ts';
import type { Contract } from '../contract/catalogue.ts';
import type { Validators } from '../contract/validators.ts';
import type { RunEvent } from '../model/event.ts';
import type { Answer, Exchange } from '../model/exchange.ts';
import type { Finding } from '../model/finding.ts';
import type { Json } from '../model/json.ts';
import type { LeftBehind } from '../model/run-record.ts';
import type { Secrets } from '../model/secrets.ts';
import type { Catcher, Mailbox } from '../peers/mailbox/mailbox.ts';
import type { NeuronClient } from '../peers/neuron/client.ts';
import type { Spent } from '../peers/neuron/index.ts';
import type { Actor } from './actor.ts';
import type { Rules } from './judge.ts';
import type { Later } from './later.ts';
import type { Credentials } from './member.ts';
import type { WireEncoding } from './planned.ts';

/** An account that exists already, used as a shared actor. */
export interface GivenAccount {
  readonly userName: string;
  readonly eMail: string;
  readonly password: string;
  /** Made by an earlier run of this installation, not named by the operator. */
  readonly reused: boolean;
}

/** An account about to be asked for. */
export interface IntendedAccount {
  readonly userName: string;
  readonly eMail: string;
  readonly actor: string;
  readonly suite: string;
}

/** The durable list of accounts; `intend` returns only when the entry is on disk. */
export interface AccountBook {
  intend(account: IntendedAccount): Promise<void>;
  /** What became of it; not told when no answer came. */
  settle(userName: string, state: 'created' | 'refused' | 'verified' | 'forgotten'): Promise<void>;
}

/** What a run is made of; composed by the caller, so that nothing here knows where it comes from. */
export interface Peers {
  readonly client: NeuronClient;
  readonly origin: string;
  readonly mailbox: Mailbox | null;
  /** Where text messages are caught; null, or absent, where nowhere. */
  readonly sms?: Catcher | null;
  /** Why the configured mailbox cannot be read; suites that need it are then could-not-test. */
  readonly mailboxTrouble?: string | null;
  readonly book: AccountBook;
  readonly credentials: Credentials;
  /** A proof that the captcha of the target's web form takes. */
  readonly captcha?: string | null;
  readonly contract: Contract;
  readonly validators: Validators;
  readonly checks: readonly Check[];
  readonly secrets: Secrets;
  readonly payloads: Readonly<Record<string, Json>>;
  readonly passwordFor: (userName: string) => string;
  readonly nonce: () => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The gate as a run uses it: good logins are made with whichever account of the run is enabled. */
export interface RunGate {
  spend<T>(failures: number, work: () => Promise<T>): Promise<Spent<T>>;
  /**
   * Credentials that should have been accepted were refused: they count as well. Resolves when the host's count is far
   * enough from a block, which may take a good login.
   */
  failed(): Promise<void>;
  /** Looks at an answer for a sign that the host blocks us: nothing is spent after it. */
  observe(answer: Answer): void;
  readonly spent: number;
  /** Sets the host's count back once more, so that the run leaves none behind. */
  close(): Promise<void>;
}

/** What the suites of one run share while it goes on. */
export interface Session {
  readonly peers: Peers;
  readonly rules: Rules;
  readonly runId: string;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Milliseconds that a mail is waited for, whatever the steps say; as they say when null. */
  readonly mailTimeout: number | null;
  readonly gate: RunGate;
  readonly emit: (event: RunEvent) => void;
  /** The domain that DomainInfo names; null when it names none. Never the host of the URL. */
  domain: string | null;
  /** Host clock minus ours, milliseconds. */
  skew: number;
  readonly seenTokens: Set<string>;
  /** Exchanges that no step owns: preflight, good logins of the gate, probes. */
  readonly extra: Exchange[];
  /** Readings found, by `endpoint question`. */
  readonly readings: Map<string, { readonly reading: string; readonly exchange: string }>;
  /** The finding that ended all sending: the network is down, the host blocks us. */
  stoppedBy: Finding | null;
  /** The finding of good credentials that the host refused: it then counts failures that are none. */
  refusedGood: Finding | null;
  /** Whether a request signed with the API key was ever accepted, or refused at once. */
  readonly key: { state: 'unknown' | 'good' | 'refused'; finding: Finding | null; queue: Promise<void> };
  /** Accounts that this run created, or may have, by user name. */
  readonly leftBehind: Map<string, LeftBehind>;
  /** Every actor of the run, shared or of one suite. */
  readonly actors: Actor[];
  /** Shared accounts by actor name. */
  readonly shared: Map<string, Actor>;
}

/** What a suite knows while it runs. */
export interface SuiteScope {
  readonly session: Session;
  readonly suite: string;
  /** How bodies are written and asked for, where a step does not say otherwise and the contract has that form. */
  readonly encoding: WireEncoding;
  readonly actors: ReadonlyMap<string, Actor>;
  /** What waits until the next request is on its way. */
  readonly later: Later;
  /** Steps that have an answer, by id (and variants also by the bare id of their step). */
  readonly earlier: Map<string, EarlierStep>;
  /** The same steps, in the order in which they came. */
  readonly history: EarlierStep[];
  /** Codes that `receive` steps found, by step id. */
  readonly codes: Map<string, string>;
  /** For each step id, the finding that explains why it has no values. */
  readonly causes: Map<string, Finding>;
  /** The finding for which no further step of the suite is run. */
  stoppedBy: Finding | null;
}
